import "server-only";
import { dayOf } from "@/lib/core/dates";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { CERTIFICATE_ZONE, type CertificatePayload } from "../rules/payload";
import type { RecordedToday } from "../rules/succession";

const bodySelect = {
  id: true,
  names: namesSelect,
  logos: { select: { sha256: true }, orderBy: { addedAt: "desc" }, take: 1 },
} as const satisfies Prisma.OrganisationSelect;

/** What of a case is recorded outside of it: to be spread into a `select`. */
export const recordedSelect = {
  certifyingBody: { select: bodySelect },
  enrolment: {
    select: {
      person: { select: { id: true, name: true, email: true, locale: true } },
      cohort: {
        select: {
          city: true,
          startsOn: true,
          endsOn: true,
          programmeVersion: {
            select: {
              number: true,
              title: true,
              language: true,
              programme: { select: { provider: { select: bodySelect } } },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.CertificationCaseSelect;

type RecordedRow = Prisma.CertificationCaseGetPayload<{ select: typeof recordedSelect }>;

const dayOfColumn = (date: Date) => date.toISOString().slice(0, 10);

function bodyOn(body: RecordedRow["certifyingBody"], day: string): CertificatePayload["certifyingBody"] {
  const name = nameAt(body.names, day);
  if (!name) throw new Error(`organisation ${body.id} has no name`);
  const [logo] = body.logos;
  return { id: body.id, name: name.name, shortName: name.shortName, ...(logo && { logo: logo.sha256 }) };
}

/** What is recorded of a case, with the names that the bodies bear on `day`. */
export function recordedOn({ certifyingBody, enrolment }: RecordedRow, day: string): RecordedToday {
  const { cohort, person } = enrolment;
  return {
    holder: person.name,
    programme: {
      title: cohort.programmeVersion.title,
      version: cohort.programmeVersion.number,
      language: cohort.programmeVersion.language,
      startsOn: dayOfColumn(cohort.startsOn),
      endsOn: dayOfColumn(cohort.endsOn),
      city: cohort.city,
    },
    provider: bodyOn(cohort.programmeVersion.programme.provider, day),
    certifyingBody: bodyOn(certifyingBody, day),
  };
}

/** What is recorded today of a case's holder, programme and bodies. */
export async function recordedToday(
  tx: Pick<Transaction, "certificationCase">,
  caseId: string,
  now: Date,
): Promise<RecordedToday> {
  const row = await tx.certificationCase.findUniqueOrThrow({ where: { id: caseId }, select: recordedSelect });
  return recordedOn(row, dayOf(now, CERTIFICATE_ZONE));
}
