import "server-only";
import { randomUUID } from "node:crypto";
import type { Work } from "@/lib/auth/work";
import { certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import { settings } from "@/lib/core/env";
import { hashOf } from "@/lib/core/hash";
import { lockRow } from "@/lib/db/lock-row";
import { issuerDid } from "../rules/addresses";
import { credentialOf } from "../rules/credential";
import { claimIssuer } from "./claim-issuer";
import { claimStatusBit } from "./claim-status-bit";

/**
 * Stores what will be signed of a certificate, with its two status bits, before anything is signed. Does nothing where that is done. The
 * certificate's row is locked meanwhile, so that of several callers one writes. Throws where the payload does not match its hash.
 */
export async function reserveBadge(work: Work, certificateId: string): Promise<void> {
  const { tx, now } = work;
  await lockRow(tx, "certificate", certificateId);
  const { badge, ...certificate } = await tx.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: {
      caseId: true,
      payload: true,
      payloadHash: true,
      issuedAt: true,
      validUntil: true,
      badge: { select: { certificateId: true } },
      case: { select: { frameworkVersionId: true, certifyingBodyId: true } },
    },
  });
  if (badge) return;
  if (hashOf(certificate.payload) !== certificate.payloadHash)
    throw new Error("the payload does not match its hash");
  const { frameworkVersionId, certifyingBodyId: issuerId } = certificate.case;
  const { publicUrl } = settings();
  const issuer = await claimIssuer(work, issuerId);
  const unsigned = credentialOf({
    publicUrl,
    payload: certificatePayloadSchema.parse(certificate.payload),
    issuedAt: certificate.issuedAt,
    validUntil: certificate.validUntil,
    subjectId: randomUUID(),
    frameworkVersionId,
    issuerDid: issuerDid(publicUrl, issuer),
    // In this order for everybody, so that no two wait for each other.
    revocation: await claimStatusBit(work, { certificateId, issuerId, purpose: "revocation" }),
    suspension: await claimStatusBit(work, { certificateId, issuerId, purpose: "suspension" }),
  });
  const unsignedHash = hashOf(unsigned);
  await tx.badgeCredential.create({
    data: { certificateId, issuerId, frameworkVersionId, unsigned, unsignedHash, reservedAt: now },
    select: { certificateId: true },
  });
  await work.audit({
    stream: `case:${certificate.caseId}`,
    action: "badge.reserved",
    entity: "certificate",
    entityId: certificateId,
    detail: { unsignedHash },
  });
}
