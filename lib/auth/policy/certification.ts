import type { Acting } from "@/lib/auth/acting";
import { decideImpartial, type Involvement, type Part } from "@/lib/certification/rules/impartiality";
import { allowed, type Decision, refuse } from "@/lib/core/decision";

/** What a policy on cases looks at. The scope has already narrowed the case to the person's own, or to their body's. */
type CaseAccess = { readonly involvement: Involvement; readonly participant: { readonly id: string } };

/** Whether the person may take this part in the case: of the body, and not too near (lib/certification/rules). */
export function mayTakePart(part: Part) {
  return (_acting: Acting, facts: CaseAccess): Decision => decideImpartial(part, facts.involvement);
}

/** Whether it is the person's own case: a hearing is answered and an appeal filed by nobody else. */
export function mayAnswerForThemself(acting: Acting, facts: CaseAccess): Decision {
  return acting.personId === facts.participant.id ? allowed : refuse("notAllowed");
}
