import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { decideConfirming } from "../rules/revocation";
import type { CertificateFacts } from "./load-certificate";

/** Declines what the holder still asks of a certificate that is revoked, for the reason that everybody reads. */
async function endRequests(work: Work, facts: CertificateFacts, publicReason: string): Promise<void> {
  await work.tx.certificateRequest.updateMany({
    where: { certificateId: facts.id, answeredAt: null },
    data: {
      answeredById: personOf(work.acting),
      answeredAt: work.now,
      granted: false,
      answer: publicReason,
    },
  });
}

/** Carries out what another certifier proposed. The public check and every download say so from the next request. */
export async function confirmRevocation(work: Work, facts: CertificateFacts): Promise<void> {
  insist(decideConfirming(facts));
  const { proposal } = facts;
  if (!proposal) return;
  await work.tx.certificateRevocation.update({
    where: { id: proposal.id },
    data: { confirmedById: personOf(work.acting), confirmedAt: work.now },
    select: { id: true },
  });
  const { count } = await work.tx.certificate.updateMany({
    where: { id: facts.id, state: facts.state, version: facts.version },
    data: { state: "revoked", version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await endRequests(work, facts, proposal.publicReason);
  await work.audit({
    stream: `case:${facts.caseId}`,
    action: "certificate.revoked",
    entity: "certificate",
    entityId: facts.id,
    detail: { revocationId: proposal.id, before: facts.state, after: "revoked" },
  });
  const { email, name, locale } = facts.holder;
  if (!email) return;
  await work.mail({
    template: "certificate-revoked",
    to: { email, name, locale },
    params: {
      programme: facts.programme,
      serialNumber: facts.serialNumber,
      publicReason: proposal.publicReason,
      path: "/my/certificates",
    },
  });
}
