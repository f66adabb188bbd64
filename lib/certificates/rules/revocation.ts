import { all, allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { CertificateState } from "../../db/generated/enums.ts";
import { decideSteward, type StewardFacts } from "./steward.ts";
import { certificateTransitions } from "./transitions.ts";

/** What a step of a revocation is judged by. */
export type RevocationFacts = StewardFacts & {
  readonly state: CertificateState;
  /** The proposal that waits for a second person. */
  readonly proposal: { readonly requestedById: string } | null;
};

/** Whether a revocation may be proposed: of a current certificate, one proposal at a time. */
export function decideProposing(facts: RevocationFacts): Decision {
  if (facts.state === "revoked") return refuse("certificate.alreadyRevoked");
  return all(
    decideSteward(facts),
    facts.proposal ? refuse("certificate.revocationOpen") : allowed,
    decideTransition("certificate", certificateTransitions, facts.state, "revoked"),
  );
}

/** Whether the person may carry out what another has proposed (ASVS 2.3.5: several people approve). */
export function decideConfirming(facts: RevocationFacts): Decision {
  if (facts.state === "revoked") return refuse("certificate.alreadyRevoked");
  if (!facts.proposal) return refuse("certificate.nothingProposed");
  return all(
    decideSteward(facts),
    facts.proposal.requestedById === facts.personId ? refuse("certificate.secondPerson") : allowed,
    decideTransition("certificate", certificateTransitions, facts.state, "revoked"),
  );
}

/** Whether a proposal may be taken back, by whoever made it or any colleague: it has had no effect yet. */
export function decideWithdrawing(facts: RevocationFacts): Decision {
  return facts.proposal ? decideSteward(facts) : refuse("certificate.nothingProposed");
}
