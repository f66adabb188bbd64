import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import type { CertificateRequestKind, CertificateVisibility } from "@/lib/db/generated/enums";
import { decideRequest, decideSharing } from "../rules/sharing";
import type { HeldCertificate } from "./load-held-certificate";
import { mailCertifiers } from "./mail-certifiers";

/** Lets the holder say who sees their certificate. Holds from the next request, on the check page, the badge and the register. */
export async function shareCertificate(
  work: Work,
  facts: HeldCertificate,
  visibility: CertificateVisibility,
): Promise<void> {
  insist(decideSharing(facts));
  const choice = { visibility, changedAt: work.now };
  await work.tx.certificateSharing.upsert({
    where: { certificateId: facts.id },
    create: { certificateId: facts.id, ...choice },
    update: choice,
    select: { certificateId: true },
  });
  await work.audit({
    stream: `case:${facts.caseId}`,
    action: "certificate.shared",
    entity: "certificate",
    entityId: facts.id,
    detail: { visibility },
  });
}

/** Asks the certifying body for a certificate in one's new name, or to be certified anew; its certifiers are told by mail. */
export async function requestOfBody(
  work: Work,
  facts: HeldCertificate,
  kind: CertificateRequestKind,
  note: string,
): Promise<void> {
  insist(decideRequest(facts, kind));
  const { id } = await work.tx.certificateRequest.create({
    data: { certificateId: facts.id, kind, note, requestedAt: work.now },
    select: { id: true },
  });
  await work.audit({
    stream: `case:${facts.caseId}`,
    action: "certificate.requested",
    entity: "certificate",
    entityId: facts.id,
    detail: { requestId: id, kind },
  });
  await mailCertifiers(work, facts.certifyingBodyId, [facts.holderId], {
    template: "certificate-requested",
    params: {
      kind,
      holder: facts.presentName,
      serialNumber: facts.serialNumber,
      note,
      path: `/certify/certificates/${facts.id}`,
    },
  });
}
