import { randomInt } from "node:crypto";
import { type CertificatePayload, certificatePayloadSchema } from "../../lib/certificates/rules/payload.ts";
import { hashOf } from "../../lib/core/hash.ts";
import { randomPublicId } from "../../lib/core/ids.ts";
import type { Db } from "../../lib/db/client.ts";
import type { Certificate, Prisma } from "../../lib/db/generated/client.ts";
import type { CertificateState } from "../../lib/db/generated/enums.ts";
import { makePersonInRole } from "./people.ts";
import { inDays } from "./unique.ts";

/** Beyond the years and numbers that the application gives out. */
const randomSerial = () => `PX-${randomInt(2100, 9999)}-${randomInt(10_000, 99_999)}`;

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

/** The certificate of a released case, moved to `state` (issued): revoked by two persons made for it, replaced by a correction. */
export async function makeCertificate(db: Db, options: CertificateOptions): Promise<Certificate> {
  const its = await db.certificationCase.findUniqueOrThrow({
    where: { id: options.caseId },
    select: released,
  });
  const [decision] = its.decisions;
  if (!decision) throw new Error("the case is not decided");
  const publicId = randomPublicId();
  const serialNumber = randomSerial();
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
  if (options.state === "revoked") await makeRevocation(db, { certificateId: id, confirmed: true });
  if (options.state === "suspended") await makeSuspension(db, { certificateId: id });
  if (options.state === "superseded") await replaceCertificate(db, id);
  return db.certificate.findUniqueOrThrow({ where: { id } });
}

/** Carries out statements together: what is recorded of a certificate and its state go hand in hand (deferred constraints). */
const together = (db: Db, ...statements: readonly string[]) =>
  db.$executeRawUnsafe(`DO $$ BEGIN ${statements.join("; ")}; END $$`);

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

async function certifierOf(db: Db, certificateId: string): Promise<string> {
  const { case: its } = await db.certificate.findUniqueOrThrow({
    where: { id: certificateId },
    select: { case: { select: { certifyingBodyId: true } } },
  });
  return (await makePersonInRole(db, "certifier", its.certifyingBodyId)).id;
}

/** Corrects a certificate: another, which says the same, takes its place. */
export async function replaceCertificate(db: Db, certificateId: string): Promise<void> {
  const earlier = await db.certificate.findUniqueOrThrow({ where: { id: certificateId } });
  const given = { publicId: randomPublicId(), serialNumber: randomSerial() };
  const payload = { ...certificatePayloadSchema.parse(earlier.payload), ...given };
  await together(
    db,
    `UPDATE certificate SET state = 'superseded' WHERE id = '${certificateId}'`,
    `INSERT INTO certificate (id, decision_id, case_id, holder_id, public_id, serial_number, payload, payload_hash, issued_at, valid_until,
       supersedes_id, succession, corrected_by_id)
     SELECT gen_random_uuid(), decision_id, case_id, holder_id, '${given.publicId}', '${given.serialNumber}', ${quoted(JSON.stringify(payload))},
       '${hashOf(payload)}', now(), valid_until, id, 'correction', '${await certifierOf(db, certificateId)}'
     FROM certificate WHERE id = '${certificateId}'`,
  );
}

/** Suspends a certificate, by a certifier of the body. */
export async function makeSuspension(db: Db, options: { readonly certificateId: string }): Promise<void> {
  const { certificateId } = options;
  await together(
    db,
    `INSERT INTO certificate_suspension (id, certificate_id, public_reason, suspended_by_id, suspended_at)
     VALUES (gen_random_uuid(), '${certificateId}', 'Grundlaget undersøges.', '${await certifierOf(db, certificateId)}', now())`,
    `UPDATE certificate SET state = 'suspended' WHERE id = '${certificateId}'`,
  );
}

/** Proposes a revocation by a certifier of the body, and where it is `confirmed` carries it out by a second one. */
export async function makeRevocation(
  db: Db,
  options: {
    readonly certificateId: string;
    readonly requestedById?: string;
    readonly confirmed?: boolean;
  },
): Promise<void> {
  const { certificateId } = options;
  const { id } = await db.certificateRevocation.create({
    data: {
      certificateId,
      publicReason: "Bygger på en fejl i grundlaget.",
      requestedById: options.requestedById ?? (await certifierOf(db, certificateId)),
      requestedAt: inDays(0),
    },
    select: { id: true },
  });
  if (!options.confirmed) return;
  await together(
    db,
    `UPDATE certificate_revocation SET confirmed_by_id = '${await certifierOf(db, certificateId)}', confirmed_at = now() WHERE id = '${id}'`,
    `UPDATE certificate SET state = 'revoked' WHERE id = '${certificateId}'`,
  );
}
