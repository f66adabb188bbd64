import { randomInt } from "node:crypto";
import { type CertificatePayload, certificatePayloadSchema } from "../../lib/certificates/rules/payload.ts";
import { hashOf } from "../../lib/core/hash.ts";
import { randomPublicId } from "../../lib/core/ids.ts";
import type { Db } from "../../lib/db/client.ts";
import type { Certificate, Prisma } from "../../lib/db/generated/client.ts";
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
  readonly issuedAt?: Date;
  readonly validUntil?: Date | null;
};

const released = {
  enrolment: {
    select: {
      personId: true,
      person: { select: { name: true } },
      cohort: {
        select: {
          programmeVersion: { select: { title: true, programme: { select: { providerId: true } } } },
        },
      },
    },
  },
  certifyingBodyId: true,
  decisions: { select: { id: true }, orderBy: { round: "desc" }, take: 1 },
} as const satisfies Prisma.CertificationCaseSelect;

/** What the certificate says: true of holder, programme and bodies, made up in the rest. */
function payloadOf(
  { enrolment, certifyingBodyId }: Prisma.CertificationCaseGetPayload<{ select: typeof released }>,
  given: { readonly publicId: string; readonly serialNumber: string; readonly issuedOn: string },
): CertificatePayload {
  const { title, programme } = enrolment.cohort.programmeVersion;
  return certificatePayloadSchema.parse({
    format: "praksis.certificate/1",
    publicId: given.publicId,
    serialNumber: given.serialNumber,
    holder: { name: enrolment.person.name },
    programme: {
      title,
      version: 1,
      language: "da",
      startsOn: "2019-05-13",
      endsOn: "2019-10-31",
      city: "Odense",
    },
    provider: { id: programme.providerId, name: "Udbyderen", shortName: "Udbyder" },
    certifyingBody: { id: certifyingBodyId, name: "Det certificerende organ", shortName: "Organ" },
    scheme: { version: 1, text: { da: { title: "Ramme", scope: "Omfang" } } },
    criteria: [{ code: "K1", name: { da: "Lede processer" } }],
    decidedOn: given.issuedOn,
    issuedOn: given.issuedOn,
    validUntilOn: null,
  });
}

/** The certificate of a released case, moved to `state` (issued); a revoked one by two persons made for it. */
export async function makeCertificate(db: Db, options: CertificateOptions): Promise<Certificate> {
  const its = await db.certificationCase.findUniqueOrThrow({
    where: { id: options.caseId },
    select: released,
  });
  const [decision] = its.decisions;
  if (!decision) throw new Error("the case is not decided");
  const publicId = randomPublicId();
  // Beyond the years and numbers that the application gives out.
  const serialNumber = `PX-${randomInt(2100, 9999)}-${randomInt(10_000, 99_999)}`;
  const issuedAt = options.issuedAt ?? inDays(-1);
  const payload = payloadOf(its, { publicId, serialNumber, issuedOn: issuedAt.toISOString().slice(0, 10) });
  const { id } = await db.certificate.create({
    data: {
      decisionId: decision.id,
      caseId: options.caseId,
      holderId: its.enrolment.personId,
      publicId,
      serialNumber,
      payload,
      payloadHash: hashOf(payload),
      issuedAt,
      validUntil: options.validUntil ?? null,
    },
    select: { id: true },
  });
  await walk(PATHS[options.state ?? "issued"], async (state) => {
    if (state === "revoked") await makeRevocation(db, { certificateId: id, confirmed: true });
    if (state === "suspended") await makeSuspension(db, { certificateId: id });
    await db.certificate.update({ where: { id }, data: { state } });
  });
  return db.certificate.findUniqueOrThrow({ where: { id } });
}

/** A suspension that lasts, by a certifier of the body. Returns its id. */
export async function makeSuspension(db: Db, options: { readonly certificateId: string }): Promise<string> {
  const { case: its } = await db.certificate.findUniqueOrThrow({
    where: { id: options.certificateId },
    select: { case: { select: { certifyingBodyId: true } } },
  });
  const suspension = await db.certificateSuspension.create({
    data: {
      certificateId: options.certificateId,
      publicReason: "Grundlaget undersøges.",
      suspendedById: (await makePersonInRole(db, "certifier", its.certifyingBodyId)).id,
      suspendedAt: inDays(0),
    },
    select: { id: true },
  });
  return suspension.id;
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
