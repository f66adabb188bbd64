import { all, allowed, type Decision, refuse } from "@/lib/core/decision";
import {
  decideAssessorEligibility,
  type EligibilityFacts,
} from "@/lib/observations/rules/assessor-eligibility";
import { decideObservable, type ObservableFacts } from "@/lib/observations/rules/observable-enrolment";
import { type Acting, organisationsAs } from "../acting";

type Owned = { readonly assessorId: string };
type Received = { readonly participation: { readonly participant: { readonly id: string } } };
type Assessed = { readonly eligibility: EligibilityFacts };

const own = (acting: Acting, personId: string): Decision =>
  acting.personId === personId ? allowed : refuse("notAllowed");

/** Whether an assessor may say how they stand to a participant: of everybody they might observe, but not of themself. */
export function mayDeclareConflict(_acting: Acting, facts: Assessed): Decision {
  const { assessorId, participantId } = facts.eligibility;
  return assessorId === participantId ? refuse("assessor.self") : allowed;
}

/** Whether an assessor may book a visit: there is evidence to gather, and nothing bars them. */
export function mayBookVisit(
  _acting: Acting,
  facts: Assessed & { readonly observable: ObservableFacts },
  now: Date,
): Decision {
  return all(decideAssessorEligibility(facts.eligibility, now), decideObservable(facts.observable));
}

/** Whether an assessor may move, cancel or close a visit: it is their own. A bar that came later does not bind them to it. */
export function mayChangeVisit(acting: Acting, facts: Owned): Decision {
  return own(acting, facts.assessorId);
}

/** Whether an assessor may observe on a visit of theirs: as when booking, because a bar can have come since. */
export function mayObserve(
  acting: Acting,
  facts: Owned & Assessed & { readonly participation: { readonly observable: ObservableFacts } },
  now: Date,
): Decision {
  return all(
    own(acting, facts.assessorId),
    decideAssessorEligibility(facts.eligibility, now),
    decideObservable(facts.participation.observable),
  );
}

/** Whether an assessor may begin to write of a visit: their own, or one they are the second at. */
export function mayBeginObservation(
  acting: Acting,
  facts: Owned &
    Assessed & {
      readonly pair: { readonly secondId: string } | null;
      readonly participation: { readonly observable: ObservableFacts };
    },
  now: Date,
): Decision {
  const second = facts.pair !== null && facts.pair.secondId === acting.personId;
  return all(
    second ? allowed : own(acting, facts.assessorId),
    decideAssessorEligibility(facts.eligibility, now),
    decideObservable(facts.participation.observable),
  );
}

/** Whether somebody may agree as one of a pair: one of the two. */
export function mayAgree(
  acting: Acting,
  facts: { readonly leadId: string; readonly secondId: string },
): Decision {
  return acting.personId === facts.leadId || acting.personId === facts.secondId
    ? allowed
    : refuse("notAllowed");
}

/** Whether somebody may write the joint observation of a pair: its lead, who also shares it. */
export function mayWriteJoint(acting: Acting, facts: { readonly leadId: string }): Decision {
  return own(acting, facts.leadId);
}

/** Whether somebody may write in a draft: its assessor. No word is lost to a bar; it binds when the draft is submitted. */
export function mayWriteObservation(acting: Acting, facts: Owned): Decision {
  return own(acting, facts.assessorId);
}

/** Whether a submitted observation may go back: by its assessor, or by a certifier of the body that certifies. */
export function mayReturnObservation(
  acting: Acting,
  facts: Owned & { readonly participation: { readonly certifyingBodyId: string | null } },
): Decision {
  const { certifyingBodyId } = facts.participation;
  const certifies =
    certifyingBodyId !== null && organisationsAs(acting, "certifier").includes(certifyingBodyId);
  return certifies ? allowed : own(acting, facts.assessorId);
}

/** Whether a person may respond to an observation, or prepare a visit: it is about them. */
export function mayAnswerAsParticipant(acting: Acting, facts: Received): Decision {
  return own(acting, facts.participation.participant.id);
}
