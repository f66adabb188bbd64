import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { type CertificatePayload, certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import { isDisclosed } from "@/lib/certificates/rules/sharing";
import { type CertificateStanding, standingOf } from "@/lib/certificates/rules/standing";
import { database } from "@/lib/db/client";
import type { BadgeFormat } from "@/lib/db/generated/enums";

const PUBLIC_ID = /^[A-Za-z0-9_-]{22,64}$/;

/** A certificate as a credential. */
export type Badge = {
  readonly certificateId: string;
  readonly payload: CertificatePayload;
  readonly standing: CertificateStanding;
  /** The signed credential in the format asked for; null while nobody has asked for it before. */
  readonly content: string | null;
  /** Whether the holder keeps it to themself: then it is they who read it, and nobody else may be given what they got. */
  readonly isPrivate: boolean;
};

/**
 * The credential of a certificate; null where there is none with this public id, or where the holder keeps to themself what it says and it
 * is not they who ask. Anybody may ask: the id is 128 random bits, which only holders give away. Nothing is written.
 */
export async function getBadge(
  acting: Acting,
  publicId: string,
  format: BadgeFormat,
  now: Date,
): Promise<Badge | null> {
  if (!PUBLIC_ID.test(publicId)) return null;
  const row = await database().certificate.findUnique({
    where: { publicId },
    select: {
      id: true,
      holderId: true,
      sharing: { select: { visibility: true } },
      payload: true,
      state: true,
      validUntil: true,
      badge: { select: { proofs: { where: { format }, select: { content: true } } } },
    },
  });
  const visibility = row?.sharing?.visibility;
  if (!row || !isDisclosed(visibility, acting.personId, row.holderId)) return null;
  return {
    certificateId: row.id,
    payload: certificatePayloadSchema.parse(row.payload),
    standing: standingOf(row, now),
    content: row.badge?.proofs[0]?.content ?? null,
    isPrivate: !isDisclosed(visibility, null, row.holderId),
  };
}
