import "server-only";
import type { Work } from "@/lib/auth/work";
import { reserveBadge } from "@/lib/badges/commands/reserve-badge";
import { dayOf } from "@/lib/core/dates";
import { hashOf } from "@/lib/core/hash";
import { randomPublicId } from "@/lib/core/ids";
import { CERTIFICATE_ZONE, certificatePayloadSchema, validUntil } from "../rules/payload";
import { describeCertificate } from "./describe-certificate";
import { nextSerial } from "./next-serial";

/**
 * Issues the certificate of a case that was just released as certified (or changed to it on appeal), in that transaction,
 * and returns its id. Everything that the document will say and that the credential will be signed over is stored and hashed
 * here; nothing is rendered or signed yet. One per decision and one current per case (constraints): a second attempt is refused
 * as `certificate.alreadyIssued`.
 */
export async function issueCertificate(work: Work, caseId: string): Promise<string> {
  const {
    decisionId,
    holder,
    validityMonths,
    payload: facts,
  } = await describeCertificate(work.tx, caseId, work.now);
  const ends = validUntil(work.now, validityMonths);
  const publicId = randomPublicId();
  // Last of all that can be slow: whoever else issues this year waits for this transaction from here on.
  const serial = await nextSerial(work.tx, Number(facts.issuedOn.slice(0, 4)));
  const payload = certificatePayloadSchema.parse({
    ...facts,
    publicId,
    serialNumber: serial,
    validUntilOn: ends && dayOf(ends, CERTIFICATE_ZONE),
  });
  const payloadHash = hashOf(payload);
  const { id } = await work.tx.certificate.create({
    data: {
      decisionId,
      caseId,
      holderId: holder.id,
      publicId,
      serialNumber: serial,
      payload,
      payloadHash,
      issuedAt: work.now,
      validUntil: ends,
    },
    select: { id: true },
  });
  await work.audit({
    stream: `case:${caseId}`,
    action: "certificate.issued",
    entity: "certificate",
    entityId: id,
    detail: { decisionId, serialNumber: serial, payloadHash },
  });
  await reserveBadge(work, id);
  if (holder.email) {
    await work.mail({
      template: "certificate-issued",
      to: { email: holder.email, name: holder.name, locale: holder.locale },
      params: {
        programme: facts.programme.title,
        serialNumber: serial,
        path: "/my/certificates",
        verifyPath: `/verify/${publicId}`,
      },
    });
  }
  return id;
}
