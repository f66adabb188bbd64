import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleCertificates } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { certificatePayloadSchema } from "../rules/payload";
import { type CertificateStanding, standingOf } from "../rules/standing";

/** A certificate of one's own. */
export type OwnCertificate = {
  readonly id: string;
  readonly publicId: string;
  readonly serialNumber: string;
  readonly standing: CertificateStanding;
  readonly programme: string;
  readonly certifyingBody: string;
  readonly issuedAt: Date;
  readonly validUntil: Date | null;
  readonly publicReason: string | null;
};

/** One's own certificates, the newest first. */
export async function listMyCertificates(acting: Acting, now: Date): Promise<OwnCertificate[]> {
  const rows = await database().certificate.findMany({
    where: { AND: [{ holderId: personOf(acting) }, visibleCertificates(acting)] },
    select: {
      id: true,
      publicId: true,
      serialNumber: true,
      state: true,
      payload: true,
      issuedAt: true,
      validUntil: true,
      revocations: { where: { confirmedAt: { not: null } }, select: { publicReason: true } },
    },
    orderBy: { issuedAt: "desc" },
  });
  return rows.map(({ state, payload, revocations, ...row }) => {
    const printed = certificatePayloadSchema.parse(payload);
    return {
      ...row,
      standing: standingOf({ state, validUntil: row.validUntil }, now),
      programme: printed.programme.title,
      certifyingBody: printed.certifyingBody.shortName,
      publicReason: revocations[0]?.publicReason ?? null,
    };
  });
}
