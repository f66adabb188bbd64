import { allow, type Decision, refuse } from "@/lib/core/decision";
import { type Belonging, isKeptFor, type SeatMap } from "./seat-class";

/** A seat that is taken, and where whoever has it belongs. */
export type HeldSeat = Belonging & { readonly number: number };

/** What decides which seats can be kept. */
export type KeepingFacts = SeatMap & { readonly held: readonly HeldSeat[] };

/**
 * The numbers to keep for `who` so that `seats` of the cohort are theirs: first those that they hold already, because a promise of
 * five of which three are used is two more; then free ones that are kept for nobody. Refused as `seatClass.notEnough`, with how
 * many could be kept.
 */
export function decideKeeping(facts: KeepingFacts, who: Belonging, seats: number): Decision<number[]> {
  const kept = new Set(facts.keptSeats.map((seat) => seat.number));
  const taken = new Set(facts.takenSeats);
  const theirs = facts.held
    .filter((seat) => !kept.has(seat.number) && isKeptFor(who, seat))
    .map((seat) => seat.number)
    .sort((a, b) => a - b);
  const free = Array.from({ length: facts.capacity }, (_, index) => index + 1).filter(
    (number) => !kept.has(number) && !taken.has(number),
  );
  const possible = [...theirs, ...free];
  return possible.length < seats
    ? refuse("seatClass.notEnough", { seats: possible.length }, "seats")
    : allow(possible.slice(0, seats));
}

/** Whether seats may be kept for somebody at all: for an organisation or a track, and released, if ever, in the time to come. */
export function decideClass(who: Belonging, releasesAt: Date | null, now: Date): Decision<undefined> {
  if (who.organisationId === null && who.trackId === null)
    return refuse("seatClass.forNobody", undefined, "organisationId");
  if (releasesAt !== null && releasesAt.getTime() <= now.getTime())
    return refuse("seatClass.releasePast", undefined, "releasesOn");
  return allow(undefined);
}

/**
 * How seats are numbered anew so that everything taken or kept lies within a lowered capacity: from each number beyond it to the
 * lowest number that nothing is on. Refused as `cohort.capacityBelow`, with the lowest capacity there is room for.
 */
export function decideRenumbering(
  to: number,
  takenSeats: readonly number[],
  keptSeats: readonly number[],
): Decision<ReadonlyMap<number, number>> {
  const occupied = new Set([...takenSeats, ...keptSeats]);
  if (occupied.size > to) return refuse("cohort.capacityBelow", { seats: occupied.size }, "capacity");
  const beyond = [...occupied].filter((number) => number > to).sort((a, b) => a - b);
  const room = Array.from({ length: to }, (_, index) => index + 1).filter((number) => !occupied.has(number));
  return allow(new Map(beyond.map((number, index) => [number, room[index] ?? number])));
}
