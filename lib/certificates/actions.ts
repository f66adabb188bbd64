"use server";

import { action } from "@/lib/auth/action";
import { mayRevoke } from "@/lib/auth/policy/certificates";
import { confirmRevocation } from "./commands/confirm-revocation";
import { loadCertificate } from "./commands/load-certificate";
import { proposeRevocation } from "./commands/propose-revocation";
import { withdrawRevocation } from "./commands/withdraw-revocation";
import { proposeRevocationSchema, revocationSchema } from "./schema";

/** Proposes a revocation, with the reason that everybody will see and the one that stays in the body. */
export const proposeRevocationAction = action({
  name: "certificate.proposeRevocation",
  permission: "certificate.revoke",
  input: proposeRevocationSchema,
  recentSignIn: true,
  load: (work, input) => loadCertificate(work, input.certificateId),
  policy: mayRevoke,
  async run(work, facts, { certificateId: _, ...reasons }) {
    await proposeRevocation(work, facts, reasons);
    return { message: "certificates.revocation.proposed" };
  },
});

/** Carries out what another certifier proposed. */
export const confirmRevocationAction = action({
  name: "certificate.confirmRevocation",
  permission: "certificate.revoke",
  input: revocationSchema,
  recentSignIn: true,
  load: (work, input) => loadCertificate(work, input.certificateId),
  policy: mayRevoke,
  async run(work, facts) {
    await confirmRevocation(work, facts);
    return { message: "certificates.revocation.confirmed" };
  },
});

/** Takes a proposal back. */
export const withdrawRevocationAction = action({
  name: "certificate.withdrawRevocation",
  permission: "certificate.revoke",
  input: revocationSchema,
  load: (work, input) => loadCertificate(work, input.certificateId),
  policy: mayRevoke,
  async run(work, facts) {
    await withdrawRevocation(work, facts);
    return { message: "certificates.revocation.withdrawn" };
  },
});
