/** Where somebody belongs, as far as seats are kept: their organisation, and the track they take. */
export type Belonging = {
  readonly organisationId: string | null;
  readonly trackId: string | null;
};

/** A numbered seat that is kept for an organisation, a track, or one of the other. Only those not yet released. */
export type KeptSeat = Belonging & { readonly number: number };

/** A cohort's seats: how many, which are taken (by enrolments and live offers), which are kept. */
export type SeatMap = {
  readonly capacity: number;
  readonly takenSeats: readonly number[];
  readonly keptSeats: readonly KeptSeat[];
};

/** Whether a kept seat is kept for `who`, among others. */
export function isKeptFor(kept: Belonging, who: Belonging): boolean {
  return (
    (kept.organisationId === null || kept.organisationId === who.organisationId) &&
    (kept.trackId === null || kept.trackId === who.trackId)
  );
}

/** How narrowly a seat is kept: an organisation on a track before an organisation before a track. */
const narrowness = (kept: Belonging): number =>
  (kept.organisationId === null ? 0 : 2) + (kept.trackId === null ? 0 : 1);

/** Whether the class of a seat ends at `releasesAt` and that has come at `now`: from then on anybody may have it. */
export function isReleased(releasesAt: Date | null, now: Date): boolean {
  return releasesAt !== null && now.getTime() >= releasesAt.getTime();
}

/** A free seat: its number, and whom it is kept for; null where it is for everybody. */
export type FreeSeat = { readonly number: number; readonly kept: Belonging | null };

/**
 * The free seats that `who` may have, in the order in which they are given: those kept for them, the narrowest first, so that a
 * seat for everybody is not spent on somebody who has one kept; then those for everybody; each by number.
 */
export function freeSeatsFor(seats: SeatMap, who: Belonging): FreeSeat[] {
  const taken = new Set(seats.takenSeats);
  const kept = new Map(seats.keptSeats.map((seat) => [seat.number, seat]));
  return Array.from({ length: seats.capacity }, (_, index) => index + 1)
    .filter((number) => !taken.has(number))
    .map((number) => ({ number, kept: kept.get(number) ?? null }))
    .filter((seat) => seat.kept === null || isKeptFor(seat.kept, who))
    .sort((a, b) => rank(b.kept) - rank(a.kept) || a.number - b.number);
}

const rank = (kept: Belonging | null): number => (kept === null ? 0 : narrowness(kept));
