import type { CohortState, EnrolmentState } from "@/lib/db/generated/enums";
import { EXPECTED, LEFT } from "@/lib/enrolments/rules/transitions";

/** What is known of somebody's place on a cohort, and of what they were sent about its sessions. */
export type NoticeFacts = {
  readonly enrolment: EnrolmentState;
  readonly cohort: CohortState;
  readonly invited: boolean;
  readonly ended: boolean;
};

/** What is due: the cohort's sessions as invitations, their cancellation, or only a note that nothing need be sent. */
export type Notice = "invite" | "withdraw" | "close" | "none";

const announced: readonly CohortState[] = ["open", "closed", "running"];

/**
 * What somebody is to be sent of a cohort's sessions now: invitations once when they have come, cancellations once when they are
 * off it and were invited. A cohort that is cancelled tells everybody itself; then the matter is only closed.
 */
export function dueNotice(facts: NoticeFacts): Notice {
  if (EXPECTED.includes(facts.enrolment))
    return announced.includes(facts.cohort) && !facts.invited ? "invite" : "none";
  if (!LEFT.includes(facts.enrolment) || facts.ended) return "none";
  return facts.invited && announced.includes(facts.cohort) ? "withdraw" : "close";
}
