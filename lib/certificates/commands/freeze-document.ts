import "server-only";
import type { Work } from "@/lib/auth/work";
import {
  type NewProof,
  proofEntry,
  proofInsert,
  readToSign,
  signStored,
  toSign,
} from "@/lib/badges/commands/sign-badge";
import { hashOf, sha256 } from "@/lib/core/hash";
import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/db/generated/enums";
import { lockRow } from "@/lib/db/lock-row";
import { certificatePayloadSchema } from "../rules/payload";
import { readLogos } from "./read-logos";
import { typesetCertificate } from "./typeset-certificate";

/** What is stored together: the document, and the proof in it where that is new. */
type Frozen = {
  readonly certificateId: string;
  readonly caseId: string;
  readonly locale: Locale;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly proof: NewProof | null;
};

/** The bytes that were handed out of a certificate in a language; null where nobody has asked for them yet. */
export async function frozenDocument(
  db: Db,
  certificateId: string,
  locale: Locale,
): Promise<Uint8Array | null> {
  const frozen = await db.certificateDocument.findUnique({
    where: { certificateId_locale: { certificateId, locale } },
    select: { bytes: true },
  });
  return frozen?.bytes ?? null;
}

/** What a document is made from, in one statement: sent when the lock is held, it sees what whoever held it before has written. */
const read = ({ tx }: Work, certificateId: string, locale: Locale) =>
  tx.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: {
      caseId: true,
      payload: true,
      payloadHash: true,
      issuedAt: true,
      documents: { where: { locale }, select: { bytes: true } },
      badge: { select: toSign("vc_jwt") },
    },
  });

/** Leaves document, proof and both events to one statement at the end of the work. */
async function store(work: Work, { certificateId, caseId, locale, bytes, proof }: Frozen): Promise<void> {
  const hash = sha256(bytes);
  if (proof) await work.audit(proofEntry(certificateId, caseId, proof));
  await work.audit({
    stream: `case:${caseId}`,
    action: "certificate.documentFrozen",
    entity: "certificate",
    entityId: certificateId,
    detail: { locale, sha256: hash },
  });
  const frozen = Prisma.sql`frozen AS (
    INSERT INTO certificate_document (certificate_id, locale, bytes, sha256, rendered_at)
    VALUES (${certificateId}::uuid, ${locale}::locale, ${bytes}, ${hash}, ${work.now}::timestamptz)
    RETURNING 1)`;
  const signed = proof && Prisma.sql`signed AS (${proofInsert(certificateId, proof, work.now)})`;
  work.close({
    queries: signed ? Prisma.join([signed, frozen]) : frozen,
    written: Prisma.sql`(SELECT count(*) FROM frozen)`,
    expected: 1,
  });
}

/**
 * The certificate's document in a language: the bytes that were handed out the first time. Only that first time renders;
 * the certificate's row is locked meanwhile, so that of several first downloads one renders and all get the same bytes. Three trips to
 * the database: the lock, what is true under it, one write of everything (docs/decisions/2026-11-23-a-document-is-made-in-three-trips.md).
 * Throws where the payload does not match its hash any more: nothing is printed of what somebody has changed.
 */
export async function freezeDocument(
  work: Work,
  certificateId: string,
  locale: Locale,
  publicUrl: string,
): Promise<Uint8Array> {
  const { tx, now } = work;
  await lockRow(tx, "certificate", certificateId);
  const certificate = await readToSign(work, certificateId, () => read(work, certificateId, locale));
  const { badge, caseId, issuedAt, documents } = certificate;
  if (documents[0]) return documents[0].bytes;
  const payload = certificatePayloadSchema.parse(certificate.payload);
  if (hashOf(certificate.payload) !== certificate.payloadHash)
    throw new Error("the payload does not match its hash");
  const known = badge.proofs[0]?.content;
  const proof = known === undefined ? await signStored(badge, "vc_jwt", now) : null;
  const credential = known ?? proof?.content ?? "";
  const { certifyingBody, provider } = payload;
  const logos = await readLogos(
    tx,
    [certifyingBody.logo, provider.logo].filter((hash) => hash !== undefined),
  );
  const pdf = await typesetCertificate({ payload, locale, publicUrl, issuedAt, logos, credential });
  const bytes = new Uint8Array(pdf);
  await store(work, { certificateId, caseId, locale, bytes, proof });
  return bytes;
}
