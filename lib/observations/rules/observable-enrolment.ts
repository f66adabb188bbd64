import { allowed, type Decision, refuse } from "../../core/decision.ts";
import type { CaseState, EnrolmentState, ParticipantRole } from "../../db/generated/enums.ts";

/** What is known of the participation that is to be observed. */
export type ObservableFacts = {
  readonly state: EnrolmentState;
  readonly participantRole: ParticipantRole;
  readonly frameworkVersionId: string | null;
  /** The state of the certification case; null where none has begun. */
  readonly caseState: CaseState | null;
};

/**
 * Whether evidence may still be gathered on a participant: the programme certifies, they take part and are no guest
 * (design/domain.md: guests stay outside the certification), and nobody has judged the evidence yet.
 */
export function decideObservable(facts: ObservableFacts): Decision {
  if (facts.frameworkVersionId === null) return refuse("observation.notCertified");
  if (facts.participantRole === "guest") return refuse("observation.guest");
  if (facts.state !== "active" && facts.state !== "completed") return refuse("observation.notTakingPart");
  if (facts.caseState !== null && facts.caseState !== "collecting" && facts.caseState !== "ready") {
    return refuse("observation.caseClosed");
  }
  return allowed;
}
