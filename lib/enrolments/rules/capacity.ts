import { allow, type Decision, refuse } from "@/lib/core/decision";
import type { CohortState, ParticipantRole } from "@/lib/db/generated/enums";

/** A cohort's seats and queue as read under its row lock. */
export type CapacityFacts = {
  readonly cohortState: CohortState;
  readonly capacity: number;
  /** The last day of the cohort, midnight UTC. */
  readonly endsOn: Date;
  /** Numbers of the seats that are taken, by enrolments and by live offers. */
  readonly takenSeats: readonly number[];
  /** How many wait in the queue without an offer. */
  readonly waiting: number;
  /** The place given last; the next one gets the next number. */
  readonly lastQueuePosition: number;
};

/** Where somebody who is admitted goes. */
export type Placement =
  | { readonly kind: "seat"; readonly number: number }
  | { readonly kind: "guest" }
  | { readonly kind: "queue"; readonly position: number };

const DAY_MS = 86_400_000;

/** The numbers of the free seats, lowest first. */
export function freeSeats(capacity: number, takenSeats: readonly number[]): number[] {
  const taken = new Set(takenSeats);
  return Array.from({ length: capacity }, (_, index) => index + 1).filter((number) => !taken.has(number));
}

/** Whether seats of the cohort are given out at all: while it is open or closed for applications, until it begins to run. */
export function isFilling(state: CohortState): boolean {
  return state === "open" || state === "closed";
}

/**
 * Where an applicant goes who is to be admitted at `now`: onto the lowest free seat; or, where there is none or somebody already
 * waits, to the end of the queue, because a free seat belongs to whoever waits for it. Guests take no seat (domain.md).
 * Meant for facts read under the cohort's row lock; the database refuses a seat that is taken or beyond the capacity once more.
 */
export function decideEnrolment(
  facts: CapacityFacts & { readonly role: ParticipantRole },
  now: Date,
): Decision<Placement> {
  if (!isFilling(facts.cohortState)) return refuse("application.cohortNotFilling");
  if (now.getTime() >= facts.endsOn.getTime() + DAY_MS) return refuse("enrolment.cohortOver");
  if (facts.role === "guest") return allow({ kind: "guest" });
  const [number] = freeSeats(facts.capacity, facts.takenSeats);
  return facts.waiting > 0 || number === undefined
    ? allow({ kind: "queue", position: facts.lastQueuePosition + 1 })
    : allow({ kind: "seat", number });
}
