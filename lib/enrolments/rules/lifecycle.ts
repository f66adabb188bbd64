import { allow, allowed, type Decision, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { CohortState, EnrolmentState } from "@/lib/db/generated/enums";
import { enrolmentTransitions } from "./transitions";

/** What decides how an enrolment may end or pause. */
export type LifecycleFacts = {
  readonly state: EnrolmentState;
  readonly cohortState: CohortState;
};

/** Whether a participant may be taken off the cohort; the seat is freed. Refused once it is over, or while it is paused. */
export function decideLeaving(facts: LifecycleFacts): Decision {
  if (facts.state === "paused") return refuse("enrolment.pausedFirst");
  const moves = decideTransition("enrolment", enrolmentTransitions, facts.state, "withdrawn");
  return moves.ok ? allowed : refuse("enrolment.over");
}

/** Whether a pause may begin or end; says which state follows. The seat is kept. */
export function decidePausing(facts: LifecycleFacts): Decision<EnrolmentState> {
  const next: EnrolmentState = facts.state === "paused" ? "active" : "paused";
  const moves = decideTransition("enrolment", enrolmentTransitions, facts.state, next);
  return moves.ok ? allow(next) : refuse("enrolment.notActive");
}

/**
 * Whether it may be written down that a participant completed the programme or did not; the seat is kept. Not before the cohort
 * runs, because there is nothing to complete.
 */
export function decideCompleting(
  facts: LifecycleFacts,
  outcome: "completed" | "not_completed",
  reason: string,
): Decision {
  if (facts.cohortState !== "running" && facts.cohortState !== "completed") {
    return refuse("enrolment.cohortNotRunning");
  }
  if (outcome === "not_completed" && reason.trim() === "") {
    return refuse("enrolment.reasonMissing", undefined, "reason");
  }
  const moves = decideTransition("enrolment", enrolmentTransitions, facts.state, outcome);
  return moves.ok ? allowed : refuse("enrolment.notActive");
}
