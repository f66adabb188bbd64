import { decideImpartial, type Involvement } from "../../certification/rules/impartiality.ts";
import { type Decision, refuse } from "../../core/decision.ts";

/** Who looks after a certificate: what every step of the certifying body is judged by. */
export type StewardFacts = {
  readonly personId: string;
  readonly holderId: string;
  /** The person is a certifier of the body that certified. */
  readonly ofBody: boolean;
  /** How near they are to the case that the certificate came of. */
  readonly involvement: Involvement;
};

/**
 * Whether the person may act on the certificate for its body, revoke, suspend, correct or renew it: a certifier there, not its holder,
 * and biased by nothing (ISO/IEC 17024 5.2).
 */
export function decideSteward(facts: StewardFacts): Decision {
  if (!facts.ofBody) return refuse("certificate.notOfBody");
  if (facts.personId === facts.holderId) return refuse("certificate.ownCertificate");
  return decideImpartial("lookAfter", facts.involvement);
}
