import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { decideWithdrawing } from "../rules/revocation";
import type { CertificateFacts } from "./load-certificate";

/** Takes back a proposal to revoke that nobody has confirmed. It stays in the register as withdrawn. */
export async function withdrawRevocation(work: Work, facts: CertificateFacts): Promise<void> {
  insist(decideWithdrawing(facts));
  const { proposal } = facts;
  if (!proposal) return;
  await work.tx.certificateRevocation.update({
    where: { id: proposal.id },
    data: { withdrawnById: personOf(work.acting), withdrawnAt: work.now },
    select: { id: true },
  });
  await work.audit({
    stream: `case:${facts.caseId}`,
    action: "certificate.revocationWithdrawn",
    entity: "certificate",
    entityId: facts.id,
    detail: { revocationId: proposal.id },
  });
}
