import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { decideReinstating, decideSuspending } from "../rules/suspension";
import type { CertificateFacts } from "./load-certificate";

async function move(work: Work, facts: CertificateFacts, to: "suspended" | "issued"): Promise<void> {
  const { count } = await work.tx.certificate.updateMany({
    where: { id: facts.id, state: facts.state, version: facts.version },
    data: { state: to, version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
}

/** Suspends a certificate that holds. The check, the status list and every download say so from the next request; the holder is told. */
export async function suspendCertificate(
  work: Work,
  facts: CertificateFacts,
  reasons: { readonly publicReason: string; readonly internalReason: string },
): Promise<void> {
  insist(decideSuspending(facts, work.now));
  const { id } = await work.tx.certificateSuspension.create({
    data: {
      certificateId: facts.id,
      ...reasons,
      suspendedById: personOf(work.acting),
      suspendedAt: work.now,
    },
    select: { id: true },
  });
  await move(work, facts, "suspended");
  await work.audit({
    stream: `case:${facts.caseId}`,
    action: "certificate.suspended",
    entity: "certificate",
    entityId: facts.id,
    detail: { suspensionId: id, before: facts.state, after: "suspended" },
  });
  const { email, name, locale } = facts.holder;
  if (!email) return;
  const { programme, serialNumber } = facts;
  await work.mail({
    template: "certificate-suspended",
    to: { email, name, locale },
    params: { programme, serialNumber, publicReason: reasons.publicReason, path: "/my/certificates" },
  });
}

/** Ends a suspension: the certificate holds again, everywhere, from the next request. The holder is told. */
export async function reinstateCertificate(work: Work, facts: CertificateFacts, note: string): Promise<void> {
  insist(decideReinstating(facts));
  const { suspension } = facts;
  if (!suspension) return;
  await work.tx.certificateSuspension.update({
    where: { id: suspension.id },
    data: { reinstatedById: personOf(work.acting), reinstatedAt: work.now, reinstatementNote: note },
    select: { id: true },
  });
  await move(work, facts, "issued");
  await work.audit({
    stream: `case:${facts.caseId}`,
    action: "certificate.reinstated",
    entity: "certificate",
    entityId: facts.id,
    detail: { suspensionId: suspension.id, before: facts.state, after: "issued" },
  });
  const { email, name, locale } = facts.holder;
  if (!email) return;
  const { programme, serialNumber } = facts;
  await work.mail({
    template: "certificate-reinstated",
    to: { email, name, locale },
    params: { programme, serialNumber, path: "/my/certificates" },
  });
}
