import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { ApplicationState } from "@/lib/db/generated/enums";

const DAY_MS = 86_400_000;

/** How long a manager's link is good for. */
export const APPROVAL_DAYS = 14;

/** What decides whether a manager's approval may still be given. */
export type ApprovalFacts = {
  readonly applicationState: ApplicationState;
  readonly answeredAt: Date | null;
  readonly approved: boolean | null;
  readonly expiresAt: Date;
};

/** The instant from which a link sent at `askedAt` is no longer good. */
export function approvalExpiry(askedAt: Date): Date {
  return new Date(askedAt.getTime() + APPROVAL_DAYS * DAY_MS);
}

/**
 * Whether an approval may be answered at `now`: once, while the application waits for it, and by the link only until it
 * expires. The organisation's coordinator is not bound by the link's time.
 */
export function decideAnswering(facts: ApprovalFacts, by: "link" | "coordinator", now: Date): Decision {
  if (facts.applicationState === "withdrawn") return refuse("approval.withdrawn");
  if (facts.answeredAt !== null) {
    return refuse(facts.approved ? "approval.alreadyApproved" : "approval.alreadyDeclined", {
      at: facts.answeredAt.getTime(),
    });
  }
  if (facts.applicationState !== "manager_pending") return refuse("approval.notAsked");
  if (by === "link" && now.getTime() >= facts.expiresAt.getTime()) return refuse("approval.expired");
  return allowed;
}

/** Whether an answer is whole: whoever says no says why, because the applicant is told. */
export function decideAnswer(answer: { readonly approved: boolean; readonly comment: string }): Decision {
  return answer.approved || answer.comment !== ""
    ? allowed
    : refuse("approval.reasonMissing", undefined, "comment");
}

/** Whether the applicant may ask again, perhaps somebody else: as long as nobody has answered. */
export function decideAskingAgain(facts: ApprovalFacts): Decision {
  return facts.applicationState === "manager_pending" && facts.answeredAt === null
    ? allowed
    : refuse("approval.notAsked");
}
