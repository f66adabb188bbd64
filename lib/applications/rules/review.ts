import { allow, allowed, type Decision, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { ApplicationState, CohortState, WaitlistState } from "@/lib/db/generated/enums";
import { applicationTransitions } from "./transitions";

/** What decides whether staff may decide an application. */
export type ReviewFacts = {
  readonly state: ApplicationState;
  readonly cohortState: CohortState;
  /** The state of the place in the queue, where there is one. */
  readonly waitlistState: WaitlistState | null;
};

/** Whether an application that waits for staff may be taken up; refused while the manager has not answered. */
export function decideTakingUp(state: ApplicationState): Decision {
  if (state === "manager_pending") return refuse("application.managerPending");
  return decideTransition("application", applicationTransitions, state, "under_review");
}

/**
 * Whether the application may be admitted or queued; says whether it has to be taken up first. Seats are given while the cohort
 * is open or closed for applications, not before and not once it runs; somebody in the queue gets in by an offer only.
 */
export function decideAdmission(facts: ReviewFacts): Decision<{ readonly takeUpFirst: boolean }> {
  if (facts.cohortState !== "open" && facts.cohortState !== "closed") {
    return refuse("application.cohortNotFilling");
  }
  if (facts.state === "waitlisted") return refuse("application.alreadyQueued");
  if (facts.state === "under_review") return allow({ takeUpFirst: false });
  const takingUp = decideTakingUp(facts.state);
  return takingUp.ok ? allow({ takeUpFirst: true }) : takingUp;
}

/**
 * Whether staff may decline the application, with a reason for the applicant; says whether it has to be taken up first. A seat
 * that was offered is not taken back.
 */
export function decideDeclining(
  facts: ReviewFacts,
  reason: string,
): Decision<{ readonly takeUpFirst: boolean }> {
  if (reason.trim() === "") return refuse("application.reasonMissing", undefined, "reason");
  if (facts.waitlistState === "offered") return refuse("application.seatOffered");
  if (facts.state === "under_review" || facts.state === "waitlisted") return allow({ takeUpFirst: false });
  const takingUp = decideTakingUp(facts.state);
  return takingUp.ok ? allow({ takeUpFirst: true }) : takingUp;
}

/** Whether the applicant may withdraw: any application that is still open, with or without a place in the queue. */
export function decideWithdrawal(state: ApplicationState): Decision {
  if (state === "admitted") return refuse("application.alreadyAdmitted");
  const moves = decideTransition("application", applicationTransitions, state, "withdrawn");
  return moves.ok ? allowed : refuse("application.notOpen");
}
