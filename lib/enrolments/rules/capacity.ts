import { allow, type Decision, refuse } from "@/lib/core/decision";
import type { CohortState, ParticipantRole } from "@/lib/db/generated/enums";
import { type Belonging, type FreeSeat, freeSeatsFor, isKeptFor, type SeatMap } from "./seat-class";

/** A cohort's seats and who waits for them. */
export type SeatFacts = SeatMap & {
  /** How many wait in the queue without an offer. */
  readonly waiting: number;
  /** Where those who wait belong, each kind once; may be left empty where no seat is kept. */
  readonly waitingFrom: readonly Belonging[];
};

/** What decides where somebody goes, as read under the cohort's row lock. */
export type CapacityFacts = SeatFacts & {
  readonly cohortState: CohortState;
  /** The last day of the cohort, midnight UTC. */
  readonly endsOn: Date;
  /** The place given last; the next one gets the next number. */
  readonly lastQueuePosition: number;
};

/** Where somebody who is admitted goes. */
export type Placement =
  | { readonly kind: "seat"; readonly number: number }
  | { readonly kind: "guest" }
  | { readonly kind: "queue"; readonly position: number };

const DAY_MS = 86_400_000;

/** Whether seats of the cohort are given out at all: while it is open or closed for applications, until it begins to run. */
export function isFilling(state: CohortState): boolean {
  return state === "open" || state === "closed";
}

/** Whether somebody in the queue may have this seat: everybody may have one that is kept for nobody. */
function isWaitedFor(facts: SeatFacts, seat: FreeSeat): boolean {
  const { kept } = seat;
  return kept === null ? facts.waiting > 0 : facts.waitingFrom.some((each) => isKeptFor(kept, each));
}

/** The seat that somebody new may have at once: the first that is free for them and that nobody waits for. */
export function seatForNewcomer(facts: SeatFacts, who: Belonging): number | null {
  return freeSeatsFor(facts, who).find((seat) => !isWaitedFor(facts, seat))?.number ?? null;
}

/**
 * Where an applicant goes who is to be admitted at `now`: onto a free seat, one that is kept for them before one that is for
 * everybody; or, where there is none or somebody already waits for it, to the end of the queue, because a free seat belongs to
 * whoever waits for it. Guests take no seat (domain.md). Meant for facts read under the cohort's row lock; the database refuses a
 * seat that is taken, kept for others or beyond the capacity once more.
 */
export function decideEnrolment(
  facts: CapacityFacts & Belonging & { readonly role: ParticipantRole },
  now: Date,
): Decision<Placement> {
  if (!isFilling(facts.cohortState)) return refuse("application.cohortNotFilling");
  if (now.getTime() >= facts.endsOn.getTime() + DAY_MS) return refuse("enrolment.cohortOver");
  if (facts.role === "guest") return allow({ kind: "guest" });
  const number = seatForNewcomer(facts, facts);
  return number === null
    ? allow({ kind: "queue", position: facts.lastQueuePosition + 1 })
    : allow({ kind: "seat", number });
}

/** The facts as they are once `who` has been placed: what the next one of the same decision is placed on. */
export function afterPlacement<Facts extends CapacityFacts>(
  facts: Facts,
  placement: Placement,
  { organisationId, trackId }: Belonging,
): Facts {
  if (placement.kind === "seat") return { ...facts, takenSeats: [...facts.takenSeats, placement.number] };
  if (placement.kind === "guest") return facts;
  return {
    ...facts,
    waiting: facts.waiting + 1,
    waitingFrom: [...facts.waitingFrom, { organisationId, trackId }],
    lastQueuePosition: placement.position,
  };
}
