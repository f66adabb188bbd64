import type { Acting } from "@/lib/auth/acting";
import { decideImpartial, type Involvement, type Part } from "@/lib/certification/rules/impartiality";
import { allowed, type Decision, refuse } from "@/lib/core/decision";

/** What a policy on cases looks at. The scope has already narrowed the case to the person's own, or to their body's. */
type CaseAccess = {
  readonly involvement: Involvement;
  readonly participant: { readonly id: string };
  readonly representative: { readonly personId: string | null } | null;
};

/** Whether the person may take this part in the case: of the body, and not too near (lib/certification/rules). */
export function mayTakePart(part: Part) {
  return (_acting: Acting, facts: CaseAccess): Decision => decideImpartial(part, facts.involvement);
}

/**
 * Whether it is the person's own case, or they represent the participant now: a hearing is answered, an appeal and a complaint
 * filed by nobody else (forvaltningsloven § 8).
 */
export function maySpeakForParticipant(acting: Acting, facts: CaseAccess): Decision {
  const parties = [facts.participant.id, facts.representative?.personId];
  return parties.includes(acting.personId ?? "") ? allowed : refuse("notAllowed");
}

/** Whether it is the person's own case: who represents them is nobody else's to say. */
export function mayAppointFor(acting: Acting, facts: CaseAccess): Decision {
  return acting.personId === facts.participant.id ? allowed : refuse("notAllowed");
}

/** Whether an appointment is the person's to accept: it was found by their own address. */
export function mayAcceptFor(
  acting: Acting,
  facts: { readonly participant: { readonly id: string } },
): Decision {
  return acting.personId === facts.participant.id ? refuse("notAllowed") : allowed;
}

/** Whether the person is one of its two sides: both may end it, and it was found as theirs. */
export function mayEndRepresentation(acting: Acting): Decision {
  return acting.personId === null ? refuse("notAllowed") : allowed;
}
