import "server-only";
import type { Work } from "@/lib/auth/work";
import { signBadge } from "@/lib/badges/commands/sign-badge";
import { hashOf, sha256 } from "@/lib/core/hash";
import type { Locale } from "@/lib/db/generated/enums";
import { lockRow } from "@/lib/db/lock-row";
import { type CertificatePayload, certificatePayloadSchema } from "../rules/payload";
import { typesetCertificate } from "./typeset-certificate";

/** The logos that the payload names, each as it was: what its hash does not fit is not printed. */
async function logosOf({ tx }: Work, { certifyingBody, provider }: CertificatePayload) {
  const hashes = [certifyingBody.logo, provider.logo].filter((hash) => hash !== undefined);
  if (hashes.length === 0) return new Map<string, Uint8Array>();
  const logos = await tx.organisationLogo.findMany({
    where: { sha256: { in: hashes } },
    select: { sha256: true, bytes: true },
  });
  for (const { sha256: noted, bytes } of logos)
    if (sha256(bytes) !== noted) throw new Error(`the logo ${noted} does not match its hash`);
  return new Map(logos.map((logo) => [logo.sha256, logo.bytes]));
}

/**
 * The certificate's document in a language: the bytes that were handed out the first time. Only that first time renders;
 * the certificate's row is locked meanwhile, so that of several first downloads one renders and all get the same bytes.
 * Throws where the payload does not match its hash any more: nothing is printed of what somebody has changed.
 */
export async function freezeDocument(
  work: Work,
  certificateId: string,
  locale: Locale,
  publicUrl: string,
): Promise<Uint8Array> {
  const id = { certificateId_locale: { certificateId, locale } };
  const known = await work.tx.certificateDocument.findUnique({ where: id, select: { bytes: true } });
  if (known) return known.bytes;
  await lockRow(work.tx, "certificate", certificateId);
  const meanwhile = await work.tx.certificateDocument.findUnique({ where: id, select: { bytes: true } });
  if (meanwhile) return meanwhile.bytes;
  const certificate = await work.tx.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: { caseId: true, payload: true, payloadHash: true, issuedAt: true },
  });
  const payload = certificatePayloadSchema.parse(certificate.payload);
  if (hashOf(certificate.payload) !== certificate.payloadHash)
    throw new Error("the payload does not match its hash");
  const pdf = await typesetCertificate({
    payload,
    locale,
    publicUrl,
    issuedAt: certificate.issuedAt,
    logos: await logosOf(work, payload),
    credential: await signBadge(work, certificateId, "vc_jwt"),
  });
  const bytes = new Uint8Array(pdf);
  const hash = sha256(bytes);
  await work.tx.certificateDocument.create({
    data: { certificateId, locale, bytes, sha256: hash, renderedAt: work.now },
    select: { sha256: true },
  });
  await work.audit({
    stream: `case:${certificate.caseId}`,
    action: "certificate.documentFrozen",
    entity: "certificate",
    entityId: certificateId,
    detail: { locale, sha256: hash },
  });
  return bytes;
}
