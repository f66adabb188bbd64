import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { CohortState, WaitlistState } from "@/lib/db/generated/enums";
import { isFilling } from "./capacity";
import { type Belonging, freeSeatsFor, type SeatMap } from "./seat-class";

/** A place in the queue. */
export type QueuePlace = {
  readonly id: string;
  /** The number given at joining. */
  readonly position: number;
  /** When staff moved it to the front, with a reason; null for the ordinary order. */
  readonly advancedAt: Date | null;
};

/** The order in which seats are offered: whom staff moved to the front, earliest moved first; then by joining. */
export function byTurn(a: QueuePlace, b: QueuePlace): number {
  if (a.advancedAt && b.advancedAt)
    return a.advancedAt.getTime() - b.advancedAt.getTime() || a.position - b.position;
  if (a.advancedAt || b.advancedAt) return a.advancedAt ? -1 : 1;
  return a.position - b.position;
}

/** What decides who is offered a seat now. */
export type QueueFacts = SeatMap & {
  readonly cohortState: CohortState;
  /** Who waits without an offer, in any order. */
  readonly waiting: readonly (QueuePlace & Belonging)[];
};

/**
 * The offers to be made now: each in turn gets the best of the free seats that they may have, so that a seat goes to the first who may
 * have it and nobody is passed over for it. None once the cohort runs.
 */
export function nextOffers(facts: QueueFacts): { readonly entryId: string; readonly seat: number }[] {
  if (!isFilling(facts.cohortState)) return [];
  const takenSeats = [...facts.takenSeats];
  const offers: { entryId: string; seat: number }[] = [];
  for (const place of [...facts.waiting].sort(byTurn)) {
    const [seat] = freeSeatsFor({ ...facts, takenSeats }, place);
    if (!seat) continue;
    takenSeats.push(seat.number);
    offers.push({ entryId: place.id, seat: seat.number });
  }
  return offers;
}

/** The instant from which an offer made at `now` and held for `hours` is no longer good. */
export function offerExpiry(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * 3_600_000);
}

/** An offer as it is answered. */
export type OfferFacts = {
  readonly state: WaitlistState;
  readonly offerExpiresAt: Date | null;
  readonly cohortState: CohortState;
};

/** Whether an offer may be accepted or refused at `now`. It expires on time even where the job that says so is late. */
export function decideOfferAnswer(offer: OfferFacts, now: Date): Decision {
  if (offer.state === "accepted") return refuse("offer.alreadyAccepted");
  if (offer.state === "refused") return refuse("offer.alreadyRefused");
  if (offer.state !== "offered" || offer.offerExpiresAt === null) {
    return refuse(offer.state === "expired" ? "offer.expired" : "offer.notOffered");
  }
  if (now.getTime() >= offer.offerExpiresAt.getTime()) return refuse("offer.expired");
  return isFilling(offer.cohortState) ? allowed : refuse("application.cohortNotFilling");
}

/** Whether the offer's time is up at `now`. */
export function isOfferOver(offer: Pick<OfferFacts, "state" | "offerExpiresAt">, now: Date): boolean {
  return (
    offer.state === "offered" &&
    offer.offerExpiresAt !== null &&
    now.getTime() >= offer.offerExpiresAt.getTime()
  );
}

/** Whether staff may move a place to the front: somebody who waits, with a reason that those behind will read. */
export function decideAdvancing(
  entry: { readonly state: WaitlistState; readonly advancedAt: Date | null },
  reason: string,
): Decision {
  if (reason.trim() === "") return refuse("waitlist.reasonMissing", undefined, "reason");
  if (entry.state !== "waiting") return refuse("waitlist.notWaiting");
  return entry.advancedAt === null ? allowed : refuse("waitlist.alreadyAdvanced");
}
