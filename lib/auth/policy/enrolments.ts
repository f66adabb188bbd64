import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { Acting } from "../acting";

/** Whether somebody may answer an offer: their own only, which the load has seen to already. */
export function mayAnswerOffer(acting: Acting): Decision {
  return acting.personId === null ? refuse("signIn.needed") : allowed;
}

/** Whether somebody may leave a cohort by their own wish: their own enrolment. */
export function mayLeaveCohort(acting: Acting, enrolment: { readonly personId: string }): Decision {
  return enrolment.personId === acting.personId ? allowed : refuse("notAllowed");
}

/** Whether staff may change an enrolment or a place in the queue: anybody's but their own. */
export function mayManageEnrolment(acting: Acting, enrolment: { readonly personId: string }): Decision {
  return enrolment.personId === acting.personId ? refuse("enrolment.own") : allowed;
}

/** Whether staff may change the order of the queue: for anybody but themself. */
export function mayAdvanceEntry(
  acting: Acting,
  entry: { readonly application: { readonly personId: string } },
): Decision {
  return mayManageEnrolment(acting, entry.application);
}
