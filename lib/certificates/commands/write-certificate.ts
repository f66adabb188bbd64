import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { reserveBadge } from "@/lib/badges/commands/reserve-badge";
import { dayOf } from "@/lib/core/dates";
import { RefusalError } from "@/lib/core/decision";
import { hashOf } from "@/lib/core/hash";
import { randomPublicId } from "@/lib/core/ids";
import type { CertificateSuccession } from "@/lib/db/generated/enums";
import { CERTIFICATE_ZONE, certificatePayloadSchema } from "../rules/payload";
import type { CertificateContent } from "./describe-certificate";
import { handOver } from "./hand-over";
import { nextSerial } from "./next-serial";

/** The certificate whose place is taken, as it was read. */
export type Predecessor = {
  readonly id: string;
  readonly version: number;
  readonly succession: CertificateSuccession;
};

/** Everything that a new certificate is written from. */
export type NewCertificate = {
  readonly caseId: string;
  readonly decisionId: string;
  readonly holderId: string;
  readonly content: CertificateContent;
  /** Its last moment; null without end. */
  readonly validUntil: Date | null;
  readonly predecessor: Predecessor | null;
};

/** What people know a certificate by. */
export type WrittenCertificate = {
  readonly id: string;
  readonly publicId: string;
  readonly serialNumber: string;
};

/** Ends the one whose place is taken; it was issued and nothing has happened to it since it was read. */
async function supersede(
  work: Work,
  caseId: string,
  { id, version, succession }: Predecessor,
): Promise<void> {
  const { count } = await work.tx.certificate.updateMany({
    where: { id, version, state: "issued" },
    data: { state: "superseded", version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `case:${caseId}`,
    action: "certificate.superseded",
    entity: "certificate",
    entityId: id,
    detail: { before: "issued", after: "superseded", succession },
  });
}

/**
 * Writes a certificate: everything that the document will say and that the credential will be signed over is stored and hashed here,
 * in the transaction of the decision that it follows; nothing is rendered or signed yet. One per decision beside its corrections, and
 * one current per case (constraints): a second attempt is refused as `certificate.alreadyIssued`, and every attempt while issuing is
 * stopped as `certificate.issuingStopped` (trigger). What was open on the certificate whose place is taken ends or follows: `handOver`.
 */
export async function writeCertificate(work: Work, given: NewCertificate): Promise<WrittenCertificate> {
  const { caseId, content, validUntil, predecessor } = given;
  if (predecessor) await supersede(work, caseId, predecessor);
  const publicId = randomPublicId();
  // Last of all that can be slow: whoever else issues this year waits for this transaction from here on.
  const serialNumber = await nextSerial(work.tx, Number(content.issuedOn.slice(0, 4)));
  const payload = certificatePayloadSchema.parse({
    ...content,
    publicId,
    serialNumber,
    validUntilOn: validUntil && dayOf(validUntil, CERTIFICATE_ZONE),
  });
  const payloadHash = hashOf(payload);
  const { id } = await work.tx.certificate.create({
    data: {
      decisionId: given.decisionId,
      caseId,
      holderId: given.holderId,
      publicId,
      serialNumber,
      payload,
      payloadHash,
      issuedAt: work.now,
      validUntil,
      supersedesId: predecessor?.id ?? null,
      succession: predecessor?.succession ?? null,
      correctedById: predecessor?.succession === "correction" ? personOf(work.acting) : null,
    },
    select: { id: true },
  });
  await work.audit({
    stream: `case:${caseId}`,
    action: "certificate.issued",
    entity: "certificate",
    entityId: id,
    detail: {
      decisionId: given.decisionId,
      serialNumber,
      payloadHash,
      ...(predecessor && { supersedesId: predecessor.id, succession: predecessor.succession }),
    },
  });
  if (predecessor) await handOver(work, predecessor, id);
  await reserveBadge(work, id);
  return { id, publicId, serialNumber };
}
