import { allowed, type Decision, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { EnquiryState } from "@/lib/db/generated/enums";
import { enquiryTransitions } from "./transitions";

/** Whether an enquiry may be given to somebody: it is unanswered, and they work where it was sent. Passing on is allowed. */
export function decideAssigning(state: EnquiryState, worksThere: boolean): Decision {
  if (!worksThere) return refuse("enquiry.notColleague", undefined, "personId");
  return state === "assigned" ? allowed : decideTransition("enquiry", enquiryTransitions, state, "assigned");
}

/** Whether somebody may answer: it was assigned, to them. */
export function decideAnswering(
  state: EnquiryState,
  assignedToId: string | null,
  personId: string,
): Decision {
  const move = decideTransition("enquiry", enquiryTransitions, state, "answered");
  if (!move.ok) return move;
  return assignedToId === personId ? allowed : refuse("enquiry.notYours");
}

/** Whether an enquiry may be closed. */
export function decideClosing(state: EnquiryState): Decision {
  return decideTransition("enquiry", enquiryTransitions, state, "closed");
}
