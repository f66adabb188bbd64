import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { ApplicationState } from "@/lib/db/generated/enums";
import { isSameMailbox } from "./submission";

const DAY_MS = 86_400_000;

/** How often a question may be passed on: enough for a chain of deputies, too little to send mail to strangers with. */
const MAX_FORWARDS = 3;

/** What decides whether a manager's approval may still be given. */
export type ApprovalFacts = {
  readonly applicationState: ApplicationState;
  readonly answeredAt: Date | null;
  readonly approved: boolean | null;
  readonly expiresAt: Date;
};

/** The instant from which a link sent at `askedAt` is no longer good, where the cohort gives managers so many days. */
export function approvalExpiry(askedAt: Date, days: number): Date {
  return new Date(askedAt.getTime() + days * DAY_MS);
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

/**
 * Whether whoever holds the link may pass the question on at `now`: as long as they could answer it, to somebody who is neither the
 * applicant nor themself. The deadline stays.
 */
export function decideForwarding(
  facts: ApprovalFacts & { readonly forwards: number },
  emails: { readonly holder: string; readonly applicant: string; readonly deputy: string },
  now: Date,
): Decision {
  const answering = decideAnswering(facts, "link", now);
  if (!answering.ok) return answering;
  if (facts.forwards >= MAX_FORWARDS) return refuse("approval.forwardedOften");
  if (isSameMailbox(emails.deputy, emails.applicant)) {
    return refuse("approval.deputyIsApplicant", undefined, "deputyEmail");
  }
  return isSameMailbox(emails.deputy, emails.holder)
    ? refuse("approval.deputyIsHolder", undefined, "deputyEmail")
    : allowed;
}

/** Whether the holder of the link is to be reminded at `now`: once, when half of their time has gone without an answer. */
export function isReminderDue(
  facts: ApprovalFacts & { readonly askedAt: Date; readonly remindedAt: Date | null },
  now: Date,
): boolean {
  const half = (facts.askedAt.getTime() + facts.expiresAt.getTime()) / 2;
  return facts.remindedAt === null && now.getTime() >= half && decideAnswering(facts, "link", now).ok;
}

/** Whether it is to be told at `now` that the link's time has gone by unanswered: once, while the application still waits for it. */
export function isExpiryToTell(
  facts: ApprovalFacts & { readonly expiryToldAt: Date | null },
  now: Date,
): boolean {
  return (
    facts.expiryToldAt === null && now.getTime() >= facts.expiresAt.getTime() && decideAskingAgain(facts).ok
  );
}
