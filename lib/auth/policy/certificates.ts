import type { Acting } from "@/lib/auth/acting";
import { decideRevoker, type RevocationFacts } from "@/lib/certificates/rules/revocation";
import type { Decision } from "@/lib/core/decision";

/** Whether the person may take part in revoking the certificate: a certifier of the body, and not its holder. */
export function mayRevoke(_acting: Acting, facts: RevocationFacts): Decision {
  return decideRevoker(facts);
}
