import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCertificates } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { type CertificatePayload, certificatePayloadSchema } from "../rules/payload";
import { type CertificateStanding, standingOf } from "../rules/standing";

/** A revocation that was proposed, with what became of it. */
export type RevocationRecord = {
  readonly id: string;
  readonly publicReason: string;
  readonly internalReason: string;
  readonly requestedById: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** A certificate as its body sees it. */
export type BodyCertificate = {
  readonly id: string;
  readonly caseId: string;
  readonly publicId: string;
  readonly holderId: string;
  readonly payload: CertificatePayload;
  readonly payloadHash: string;
  readonly standing: CertificateStanding;
  readonly issuedAt: Date;
  readonly documents: readonly {
    readonly locale: Locale;
    readonly sha256: string;
    readonly renderedAt: Date;
  }[];
  readonly revocations: readonly RevocationRecord[];
};

/** One certificate of the acting certifier's body; null where it is not theirs. */
export async function getCertificate(acting: Acting, id: string, now: Date): Promise<BodyCertificate | null> {
  const row = await database().certificate.findFirst({
    where: { AND: [{ id }, visibleCertificates(acting)] },
    select: {
      id: true,
      caseId: true,
      publicId: true,
      holderId: true,
      payload: true,
      payloadHash: true,
      state: true,
      issuedAt: true,
      validUntil: true,
      documents: { select: { locale: true, sha256: true, renderedAt: true }, orderBy: { locale: "asc" } },
      revocations: {
        select: {
          id: true,
          publicReason: true,
          internalReason: true,
          requestedById: true,
          requestedBy: { select: { name: true } },
          requestedAt: true,
          confirmedBy: { select: { name: true } },
          confirmedAt: true,
          withdrawnAt: true,
        },
        orderBy: { requestedAt: "desc" },
      },
    },
  });
  if (!row) return null;
  const { state, validUntil, payload, revocations, ...rest } = row;
  return {
    ...rest,
    payload: certificatePayloadSchema.parse(payload),
    standing: standingOf({ state, validUntil }, now),
    revocations: revocations.map(({ requestedBy, confirmedBy, ...each }) => ({
      ...each,
      requestedBy: requestedBy.name,
      confirmedBy: confirmedBy?.name ?? null,
    })),
  };
}
