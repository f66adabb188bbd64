import { all, allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { ComplaintState } from "../../db/generated/enums.ts";
import { decideImpartial, type Involvement } from "./impartiality.ts";
import { caseComplaintTransitions } from "./transitions.ts";

/** Days within which a complaint is answered: the body's own promise, shown to whoever complains (ISO/IEC 17024 9.9). */
export const COMPLAINT_DAYS = 28;
const DAY_MS = 86_400_000;

/** When the answer to a complaint is due. */
export function complaintDueAt(filedAt: Date): Date {
  return new Date(filedAt.getTime() + COMPLAINT_DAYS * DAY_MS);
}

/**
 * Whether a complaint about the handling of a case is taken: at any time and whatever the outcome, but one after the other,
 * so that each gets its own answer.
 */
export function decideFilingComplaint(open: boolean): Decision {
  return open ? refuse("case.complaintOpen") : allowed;
}

/** How a complaint ends: founded or not, with the answer to whoever complained. */
export type ComplaintVerdict = {
  readonly verdict: Exclude<ComplaintState, "received">;
  readonly reasons: string;
};

/** Whether this person may answer the complaint this way: of the body, and not involved in the case before. */
export function decideComplaint(
  facts: { readonly complaint: { readonly state: ComplaintState } | null; readonly involvement: Involvement },
  given: ComplaintVerdict,
): Decision {
  if (facts.complaint?.state !== "received") return refuse("case.complaintAnswered");
  return all(
    decideTransition("case", caseComplaintTransitions, facts.complaint.state, given.verdict),
    decideImpartial("complaint", facts.involvement),
    given.reasons.trim() === "" ? refuse("case.complaintReasons", undefined, "reasons") : allowed,
  );
}
