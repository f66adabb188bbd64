import { randomInt } from "node:crypto";
import { hashOf } from "../../lib/core/hash.ts";
import { randomPublicId } from "../../lib/core/ids.ts";
import type { Db } from "../../lib/db/client.ts";
import type { Certificate } from "../../lib/db/generated/client.ts";
import type { CertificateState } from "../../lib/db/generated/enums.ts";
import { makePersonInRole } from "./people.ts";
import { inDays, walk } from "./unique.ts";

const PATHS: Record<CertificateState, CertificateState[]> = {
  issued: [],
  suspended: ["suspended"],
  revoked: ["revoked"],
  superseded: ["superseded"],
};

export type CertificateOptions = {
  /** A released case whose decision is to certify. */
  readonly caseId: string;
  readonly state?: CertificateState;
  readonly payload?: Record<string, string>;
  readonly issuedAt?: Date;
  readonly validUntil?: Date | null;
};

/** The certificate of a released case, moved to `state` (issued); a revoked one by two persons made for it. */
export async function makeCertificate(db: Db, options: CertificateOptions): Promise<Certificate> {
  const released = await db.certificationCase.findUniqueOrThrow({
    where: { id: options.caseId },
    select: {
      enrolment: { select: { personId: true, person: { select: { name: true } } } },
      decisions: { select: { id: true }, orderBy: { round: "desc" }, take: 1 },
    },
  });
  const [decision] = released.decisions;
  if (!decision) throw new Error("the case is not decided");
  const payload = options.payload ?? { holder: released.enrolment.person.name };
  const { id } = await db.certificate.create({
    data: {
      decisionId: decision.id,
      caseId: options.caseId,
      holderId: released.enrolment.personId,
      publicId: randomPublicId(),
      // Beyond the years and numbers that the application gives out.
      serialNumber: `PX-${randomInt(2100, 9999)}-${randomInt(10_000, 99_999)}`,
      payload,
      payloadHash: hashOf(payload),
      issuedAt: options.issuedAt ?? inDays(-1),
      validUntil: options.validUntil ?? null,
    },
    select: { id: true },
  });
  await walk(PATHS[options.state ?? "issued"], async (state) => {
    if (state === "revoked") await makeRevocation(db, { certificateId: id, confirmed: true });
    await db.certificate.update({ where: { id }, data: { state } });
  });
  return db.certificate.findUniqueOrThrow({ where: { id } });
}

/** A proposal to revoke by a certifier of the body, open or confirmed by a second one. Returns its id. */
export async function makeRevocation(
  db: Db,
  options: {
    readonly certificateId: string;
    readonly requestedById?: string;
    readonly confirmed?: boolean;
  },
): Promise<string> {
  const { case: its } = await db.certificate.findUniqueOrThrow({
    where: { id: options.certificateId },
    select: { case: { select: { certifyingBodyId: true } } },
  });
  const certifier = async () => (await makePersonInRole(db, "certifier", its.certifyingBodyId)).id;
  const confirmation = options.confirmed ? { confirmedById: await certifier(), confirmedAt: inDays(0) } : {};
  const revocation = await db.certificateRevocation.create({
    data: {
      certificateId: options.certificateId,
      publicReason: "Bygger på en fejl i grundlaget.",
      requestedById: options.requestedById ?? (await certifier()),
      requestedAt: inDays(0),
      ...confirmation,
    },
    select: { id: true },
  });
  return revocation.id;
}
