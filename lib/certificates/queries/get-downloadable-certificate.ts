import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCertificates } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { type CertificatePayload, certificatePayloadSchema } from "../rules/payload";
import { type CertificateStanding, standingOf } from "../rules/standing";

/** What a download is made from. */
export type DownloadableCertificate = {
  readonly id: string;
  readonly payload: CertificatePayload;
  readonly standing: CertificateStanding;
  readonly issuedAt: Date;
  readonly holderLocale: Locale;
  readonly revocation: { readonly publicReason: string; readonly confirmedAt: Date | null } | null;
};

/** The certificate with this public id, for its holder or its body (by `acting`'s scope); null for everybody else. */
export async function getDownloadableCertificate(
  acting: Acting,
  publicId: string,
  now: Date,
): Promise<DownloadableCertificate | null> {
  const row = await database().certificate.findFirst({
    where: { AND: [{ publicId }, visibleCertificates(acting)] },
    select: {
      id: true,
      state: true,
      validUntil: true,
      payload: true,
      issuedAt: true,
      holder: { select: { locale: true } },
      revocations: {
        where: { confirmedAt: { not: null } },
        select: { publicReason: true, confirmedAt: true },
      },
    },
  });
  if (!row) return null;
  return {
    id: row.id,
    payload: certificatePayloadSchema.parse(row.payload),
    standing: standingOf(row, now),
    issuedAt: row.issuedAt,
    holderLocale: row.holder.locale,
    revocation: row.revocations[0] ?? null,
  };
}
