import { certificatePayloadSchema, validUntil } from "../../lib/certificates/rules/payload.ts";
import { serialNumber } from "../../lib/certificates/rules/serial.ts";
import { dayOf } from "../../lib/core/dates.ts";
import { hashOf } from "../../lib/core/hash.ts";
import { randomPublicId } from "../../lib/core/ids.ts";
import { advance } from "./advance.ts";
import { COPENHAGEN, day, idOf, past, type Seed, workday } from "./base.ts";
import { caseId, decisionId } from "./cases.ts";
import { criterionTexts, frameworkTexts } from "./framework-texts.ts";
import { logoHash } from "./logos.ts";
import { nameOn, organisationId } from "./organisations.ts";
import { personId } from "./people.ts";

/** A certificate as the demo tells it. */
export type Issued = {
  /** The holder's key, and the name as printed. */
  readonly person: string;
  readonly name: string;
  readonly decidedOn: number | string;
  readonly issuedOn: number | string;
  readonly state?: "suspended" | "revoked";
  readonly round?: number;
  /** The round of the certificate that this one replaces. */
  readonly supersedesRound?: number;
  readonly suspension?: { publicReason: string; by: string; on: number | string };
  readonly revocation?: { publicReason: string; by: string; confirmedBy?: string; on: number | string };
};

/** What all certificates of a cohort have in common. */
export type Issue = {
  readonly cohortId: string;
  readonly programmeVersion: number;
  readonly frameworkVersion: number;
  readonly validityMonths: number | null;
  readonly startsOn: number | string;
  readonly endsOn: number | string;
  readonly city: string;
};

/** The id of a certificate, by whom it was issued to and in which round of the case. */
export function certificateId(cohortId: string, personKey: string, round = 1): string {
  return idOf(`certificate ${cohortId} ${personKey} ${round}`);
}

/**
 * Issues certificates with the names that the bodies bore on the day, numbered on in the year's series. The public
 * address is random in the demo too: it is what keeps strangers from guessing it.
 */
export async function issueCertificates(
  seed: Seed,
  issue: Issue,
  certificates: readonly Issued[],
): Promise<void> {
  const { db } = seed;
  for (const issued of certificates) {
    const issuedAt = past(seed, issued.issuedOn, "09:10");
    const year = Number(dayOf(issuedAt, COPENHAGEN).slice(0, 4));
    const { lastNumber } = await db.certificateSerial.upsert({
      where: { year },
      create: { year, lastNumber: 1 },
      update: { lastNumber: { increment: 1 } },
      select: { lastNumber: true },
    });
    const serial = serialNumber(year, lastNumber);
    if (!serial.ok) throw new Error(`no serial number in ${year}`);
    const publicId = randomPublicId();
    const payload = payloadOf(seed, issue, issued, { publicId, serialNumber: serial.value, issuedAt });
    if (issued.supersedesRound) {
      const id = certificateId(issue.cohortId, issued.person, issued.supersedesRound);
      await advance(seed, "certificate", "issued", [{ id, to: "superseded" }]);
    }
    await db.certificate.create({
      data: {
        id: certificateId(issue.cohortId, issued.person, issued.round),
        decisionId: decisionId(issue.cohortId, issued.person, issued.round),
        caseId: caseId(issue.cohortId, issued.person),
        holderId: personId(issued.person),
        publicId,
        serialNumber: serial.value,
        payload,
        payloadHash: hashOf(payload),
        issuedAt,
        validUntil: validUntil(issuedAt, issue.validityMonths),
        supersedesId: issued.supersedesRound
          ? certificateId(issue.cohortId, issued.person, issued.supersedesRound)
          : null,
        succession: issued.supersedesRound ? "renewal" : null,
      },
    });
    await endCertificate(seed, issue.cohortId, issued);
  }
}

async function endCertificate(seed: Seed, cohortId: string, issued: Issued): Promise<void> {
  const id = certificateId(cohortId, issued.person, issued.round);
  const { revocation, suspension } = issued;
  if (suspension) {
    await seed.db.certificateSuspension.create({
      data: {
        id: idOf(`suspension ${id}`),
        certificateId: id,
        publicReason: suspension.publicReason,
        internalReason: "Se sagens notat.",
        suspendedById: personId(suspension.by),
        suspendedAt: past(seed, suspension.on, "11:20"),
      },
    });
  }
  if (revocation) {
    await seed.db.certificateRevocation.create({
      data: {
        id: idOf(`revocation ${id}`),
        certificateId: id,
        publicReason: revocation.publicReason,
        internalReason: "Se sagens notat.",
        requestedById: personId(revocation.by),
        requestedAt: past(seed, revocation.on, "10:00"),
        confirmedById: revocation.confirmedBy ? personId(revocation.confirmedBy) : null,
        confirmedAt: revocation.confirmedBy ? past(seed, revocation.on, "14:30") : null,
      },
    });
  }
  if (issued.state) await advance(seed, "certificate", "issued", [{ id, to: issued.state }]);
}

function payloadOf(
  seed: Seed,
  issue: Issue,
  issued: Issued,
  given: { publicId: string; serialNumber: string; issuedAt: Date },
) {
  const issuedOn = dayOf(given.issuedAt, COPENHAGEN);
  const until = validUntil(given.issuedAt, issue.validityMonths);
  // What was issued by the platform as it is today has logos and a supplement; what is older stays as it was printed.
  const recent = typeof issued.issuedOn === "number";
  return certificatePayloadSchema.parse({
    format: recent ? "praksis.certificate/2" : "praksis.certificate/1",
    publicId: given.publicId,
    serialNumber: given.serialNumber,
    holder: { name: issued.name },
    programme: {
      title: "Certificeret uddannelse i offentlig innovationsledelse",
      version: issue.programmeVersion,
      language: "da",
      startsOn: workday(seed, issue.startsOn),
      endsOn: workday(seed, issue.endsOn),
      city: issue.city,
    },
    provider: { ...bodyOn("komponent", issuedOn), ...(recent && { logo: logoHash("komponent") }) },
    certifyingBody: { ...bodyOn("copi", issuedOn), ...(recent && { logo: logoHash("copi") }) },
    scheme: { version: issue.frameworkVersion, text: frameworkTexts },
    criteria: criterionTexts.map((texts, index) => ({
      code: `K${index + 1}`,
      name: { da: texts.da[0], sv: texts.sv[0], en: texts.en[0] },
      ...(recent && {
        description: { da: texts.da[1], sv: texts.sv[1], en: texts.en[1] },
        occasions: issued.supersedesRound ? 1 : 2,
      }),
    })),
    ...(recent && {
      observed: {
        occasions: issued.supersedesRound ? 1 : 2,
        assessors: issued.supersedesRound ? 1 : 2,
        from: day(seed, Number(issued.decidedOn) - 50),
        to: day(seed, Number(issued.decidedOn) - 20),
      },
    }),
    decidedOn: day(seed, issued.decidedOn),
    issuedOn,
    validUntilOn: until && dayOf(until, COPENHAGEN),
  });
}

const bodyOn = (key: "komponent" | "copi", on: string) => ({ id: organisationId(key), ...nameOn(key, on) });
