import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { decideProposing } from "../rules/revocation";
import type { CertificateFacts } from "./load-certificate";
import { mailCertifiers } from "./mail-certifiers";

/** Proposes a revocation and asks the body's other certifiers by mail. The certificate stays valid until one of them confirms. */
export async function proposeRevocation(
  work: Work,
  facts: CertificateFacts,
  input: { readonly publicReason: string; readonly internalReason: string },
): Promise<void> {
  insist(decideProposing(facts));
  const requestedById = personOf(work.acting);
  const { id, requestedBy } = await work.tx.certificateRevocation.create({
    data: { certificateId: facts.id, ...input, requestedById, requestedAt: work.now },
    select: { id: true, requestedBy: { select: { name: true } } },
  });
  await work.audit({
    stream: `case:${facts.caseId}`,
    action: "certificate.revocationProposed",
    entity: "certificate",
    entityId: facts.id,
    detail: { revocationId: id },
  });
  await mailCertifiers(work, facts.certifyingBodyId, [requestedById, facts.holderId], {
    template: "revocation-proposed",
    params: {
      proposer: requestedBy.name,
      serialNumber: facts.serialNumber,
      path: `/certify/certificates/${facts.id}`,
    },
  });
}
