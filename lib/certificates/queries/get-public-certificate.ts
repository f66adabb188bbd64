import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { certificatePayloadSchema } from "../rules/payload";
import { type VerifiedCertificate, verify } from "../rules/verified";

const PUBLIC_ID = /^[A-Za-z0-9_-]{22,64}$/;

const names = { select: { name: true, shortName: true, validFrom: true, validTo: true } } as const;

const select = {
  publicId: true,
  state: true,
  validUntil: true,
  payload: true,
  supersededBy: { select: { publicId: true } },
  revocations: {
    where: { confirmedAt: { not: null } },
    select: { publicReason: true, confirmedAt: true },
  },
  case: {
    select: {
      certifyingBody: { select: { names } },
      enrolment: {
        select: {
          cohort: {
            select: {
              programmeVersion: { select: { programme: { select: { provider: { select: { names } } } } } },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.CertificateSelect;

/**
 * What the public check says of a certificate at `now`; null where there is none with this public id. Anybody may ask: the id
 * is 128 random bits, which only holders give away. Nothing is written: verifying logs nobody.
 */
export async function getPublicCertificate(
  _acting: Acting,
  publicId: string,
  now: Date,
): Promise<VerifiedCertificate | null> {
  if (!PUBLIC_ID.test(publicId)) return null;
  const row = await database().certificate.findUnique({ where: { publicId }, select });
  if (!row) return null;
  return verify(
    {
      publicId: row.publicId,
      state: row.state,
      validUntil: row.validUntil,
      payload: certificatePayloadSchema.parse(row.payload),
      certifyingBodyNames: row.case.certifyingBody.names,
      providerNames: row.case.enrolment.cohort.programmeVersion.programme.provider.names,
      revocation: row.revocations[0] ?? null,
      successorId: row.supersededBy?.publicId ?? null,
    },
    now,
  );
}
