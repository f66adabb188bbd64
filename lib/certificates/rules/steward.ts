import { allowed, type Decision, refuse } from "../../core/decision.ts";

/** Who looks after a certificate: what every step of the certifying body is judged by. */
export type StewardFacts = {
  readonly personId: string;
  readonly holderId: string;
  /** The person is a certifier of the body that certified. */
  readonly ofBody: boolean;
};

/** Whether the person may act on the certificate for its body: a certifier there, and not its holder (ISO/IEC 17024 5.2). */
export function decideSteward(facts: StewardFacts): Decision {
  if (!facts.ofBody) return refuse("certificate.notOfBody");
  return facts.personId === facts.holderId ? refuse("certificate.ownCertificate") : allowed;
}
