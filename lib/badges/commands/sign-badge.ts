import "server-only";
import type { Work } from "@/lib/auth/work";
import { settings } from "@/lib/core/env";
import { hashOf, sha256 } from "@/lib/core/hash";
import type { AuditEntry } from "@/lib/db/audit";
import { Prisma } from "@/lib/db/generated/client";
import type { BadgeFormat } from "@/lib/db/generated/enums";
import { lockRow } from "@/lib/db/lock-row";
import { type Signed, signDataIntegrity } from "@/lib/signing/sign-data-integrity";
import { signVcJwt } from "@/lib/signing/sign-vc-jwt";
import type { JsonObject } from "../rules/json-ld";
import { registeredClaims } from "../rules/vc-jwt";
import { reserveBadge } from "./reserve-badge";

/** What is stored to be signed of a certificate, and its proof in a format where that was made before. */
export const toSign = (format: BadgeFormat) =>
  ({
    unsigned: true,
    unsignedHash: true,
    proofs: { where: { format }, select: { content: true } },
  }) as const satisfies Prisma.BadgeCredentialSelect;

type ToSign = Prisma.BadgeCredentialGetPayload<{ select: ReturnType<typeof toSign> }>;

/**
 * What `read` finds of a certificate, whose row is locked, with what is stored to be signed. A certificate that was issued before there
 * were badges has nothing stored: it is stored now, and read again.
 */
export async function readToSign<Row extends { readonly badge: ToSign | null }>(
  work: Work,
  certificateId: string,
  read: () => Promise<Row>,
): Promise<Row & { readonly badge: ToSign }> {
  const row = await read();
  if (row.badge) return { ...row, badge: row.badge };
  await reserveBadge(work, certificateId);
  const again = await read();
  if (!again.badge) throw new Error("a credential was stored and is not there");
  return { ...again, badge: again.badge };
}

/** A proof that is made and not stored yet. */
export type NewProof = Signed & { readonly format: BadgeFormat; readonly sha256: string };

function sign(unsigned: JsonObject, format: BadgeFormat, now: Date): Promise<Signed> {
  if (format === "vc_jwt") return signVcJwt(unsigned, settings().publicUrl);
  return signDataIntegrity(unsigned, String(registeredClaims(unsigned).iss), now);
}

/** Signs what was stored. Throws where that no longer matches its hash. */
export async function signStored(
  { unsigned, unsignedHash }: Pick<ToSign, "unsigned" | "unsignedHash">,
  format: BadgeFormat,
  now: Date,
): Promise<NewProof> {
  if (hashOf(unsigned) !== unsignedHash) throw new Error("the credential does not match its hash");
  const signed = await sign(unsigned as JsonObject, format, now);
  return { ...signed, format, sha256: sha256(signed.content) };
}

/** The INSERT that stores a proof; gives back one row. */
export function proofInsert(certificateId: string, proof: NewProof, now: Date): Prisma.Sql {
  const { format, content, sha256: hash, keyThumbprint } = proof;
  return Prisma.sql`
    INSERT INTO badge_proof (certificate_id, format, content, sha256, key_thumbprint, signed_at)
    VALUES (${certificateId}::uuid, ${format}::badge_format, ${content}, ${hash}, ${keyThumbprint}, ${now}::timestamptz)
    RETURNING 1`;
}

/** That a proof was made, for the trail. */
export const proofEntry = (certificateId: string, caseId: string, proof: NewProof): AuditEntry => ({
  stream: `case:${caseId}`,
  action: "badge.signed",
  entity: "certificate",
  entityId: certificateId,
  detail: { format: proof.format, sha256: proof.sha256, keyThumbprint: proof.keyThumbprint },
});

/**
 * The credential of a certificate, signed in a format: the bytes that were handed out the first time. Only that first time signs, with
 * the certificate's row locked; what is signed was stored before. Throws where that no longer matches its hash.
 */
export async function signBadge(work: Work, certificateId: string, format: BadgeFormat): Promise<string> {
  const { tx, now } = work;
  await lockRow(tx, "certificate", certificateId);
  const { caseId, badge } = await readToSign(work, certificateId, () =>
    tx.certificate.findUniqueOrThrow({
      where: { id: certificateId },
      select: { caseId: true, badge: { select: toSign(format) } },
    }),
  );
  if (badge.proofs[0]) return badge.proofs[0].content;
  const proof = await signStored(badge, format, now);
  await work.audit(proofEntry(certificateId, caseId, proof));
  work.close({
    queries: Prisma.sql`signed AS (${proofInsert(certificateId, proof, now)})`,
    written: Prisma.sql`(SELECT count(*) FROM signed)`,
    expected: 1,
  });
  return proof.content;
}
