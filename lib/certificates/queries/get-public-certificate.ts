import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { certificatePayloadSchema } from "../rules/payload";
import { type VerifiedCertificate, verify } from "../rules/verified";

const PUBLIC_ID = /^[A-Za-z0-9_-]{22,64}$/;

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
  const row = await database().certificate.findUnique({
    where: { publicId },
    select: {
      publicId: true,
      state: true,
      validUntil: true,
      payload: true,
      supersededBy: { select: { publicId: true } },
      revocations: {
        where: { confirmedAt: { not: null } },
        select: { publicReason: true, confirmedAt: true },
      },
    },
  });
  if (!row) return null;
  const payload = certificatePayloadSchema.parse(row.payload);
  const { certifyingBody, provider } = payload;
  // By the ids in the payload: the way over case, enrolment and programme would cost eight statements more.
  const names = await database().organisationName.findMany({
    where: { organisationId: { in: [certifyingBody.id, provider.id] } },
    select: { organisationId: true, name: true, shortName: true, validFrom: true, validTo: true },
  });
  const of = (id: string) => names.filter((name) => name.organisationId === id);
  return verify(
    {
      publicId: row.publicId,
      state: row.state,
      validUntil: row.validUntil,
      payload,
      certifyingBodyNames: of(certifyingBody.id),
      providerNames: of(provider.id),
      revocation: row.revocations[0] ?? null,
      successorId: row.supersededBy?.publicId ?? null,
    },
    now,
  );
}
