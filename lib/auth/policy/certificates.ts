import type { Acting } from "@/lib/auth/acting";
import type { IssuingStopFacts } from "@/lib/certificates/rules/issuing";
import { decideSharing, type HolderFacts } from "@/lib/certificates/rules/sharing";
import { decideSteward, type StewardFacts } from "@/lib/certificates/rules/steward";
import { allowed, type Decision, refuse } from "@/lib/core/decision";

/** Whether the person may act on the certificate for its body: revoke, suspend, reinstate, correct, begin recertification, answer a request. */
export function mayLookAfter(_acting: Acting, facts: StewardFacts): Decision {
  return decideSteward(facts);
}

/** Whether the person may stop and start the body's issuing: a certifier of it. */
export function mayIssue(_acting: Acting, facts: Pick<IssuingStopFacts, "ofBody">): Decision {
  return facts.ofBody ? allowed : refuse("certificate.notOfBody");
}

/** Whether the certificate is the person's own. */
export function mayShare(_acting: Acting, facts: Pick<HolderFacts, "personId" | "holderId">): Decision {
  return decideSharing(facts);
}
