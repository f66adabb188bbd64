import "server-only";
import { gatherEvidence } from "@/lib/certification/commands/gather-evidence";
import { evaluateRequirements } from "@/lib/certification/rules/requirements";
import { dayOf } from "@/lib/core/dates";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/db/generated/enums";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { CERTIFICATE_ZONE, type CertificatePayload } from "../rules/payload";

const bodySelect = {
  id: true,
  names: { select: { name: true, shortName: true, validFrom: true, validTo: true } },
} as const satisfies Prisma.OrganisationSelect;

const caseSelect = {
  round: true,
  certifyingBody: { select: bodySelect },
  decisions: { select: { id: true, round: true, decidedAt: true } },
  appeals: { select: { decidedAt: true, changedTo: true } },
  frameworkVersion: {
    select: {
      number: true,
      certificateValidityMonths: true,
      texts: { select: { locale: true, title: true, scope: true } },
      criteria: {
        select: { id: true, code: true, texts: { select: { locale: true, name: true } } },
        orderBy: { position: "asc" },
      },
    },
  },
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

type CaseRow = Prisma.CertificationCaseGetPayload<{ select: typeof caseSelect }>;
type BodyRow = CaseRow["certifyingBody"];

const dayOfColumn = (date: Date) => date.toISOString().slice(0, 10);

function bodyOn(body: BodyRow, day: string): CertificatePayload["certifyingBody"] {
  const name = nameAt(body.names, day);
  if (!name) throw new Error(`organisation ${body.id} has no name`);
  return { id: body.id, name: name.name, shortName: name.shortName };
}

/** Texts by language. Danish is always there: where a scheme lacks it, by the first language that it has. */
function byLocale<Row extends { locale: Locale }, T>(rows: readonly Row[], pick: (row: Row) => T) {
  const found = (locale: Locale) => rows.find((row) => row.locale === locale);
  const first = found("da") ?? rows[0];
  if (!first) throw new Error("a scheme without a text");
  const [sv, en] = [found("sv"), found("en")];
  return { da: pick(first), ...(sv && { sv: pick(sv) }), ...(en && { en: pick(en) }) };
}

/** What `describeCertificate` gives to whoever issues. */
export type CertificateDraft = {
  readonly decisionId: string;
  readonly holder: CaseRow["enrolment"]["person"];
  readonly validityMonths: number | null;
  /** The payload without what only issuing gives. */
  readonly payload: Omit<CertificatePayload, "publicId" | "serialNumber" | "validUntilOn">;
};

/** What a certificate of this case says when it is issued at `now`, from the case as it is in this transaction. */
export async function describeCertificate(
  tx: Transaction,
  caseId: string,
  now: Date,
): Promise<CertificateDraft> {
  const row = await tx.certificationCase.findUniqueOrThrow({ where: { id: caseId }, select: caseSelect });
  const decision = row.decisions.find((each) => each.round === row.round);
  if (!decision) throw new Error("the case is not decided");
  const evidence = await gatherEvidence(tx, caseId, now);
  const reached = evaluateRequirements(evidence, now).criteria.filter((each) => each.met);
  const { cohort, person } = row.enrolment;
  const issuedOn = dayOf(now, CERTIFICATE_ZONE);
  const changed = row.appeals.find((appeal) => appeal.changedTo === "certified");
  return {
    decisionId: decision.id,
    holder: person,
    validityMonths: row.frameworkVersion.certificateValidityMonths,
    payload: {
      format: "praksis.certificate/1",
      holder: { name: person.name },
      programme: {
        title: cohort.programmeVersion.title,
        version: cohort.programmeVersion.number,
        language: cohort.programmeVersion.language,
        startsOn: dayOfColumn(cohort.startsOn),
        endsOn: dayOfColumn(cohort.endsOn),
        city: cohort.city,
      },
      provider: bodyOn(cohort.programmeVersion.programme.provider, issuedOn),
      certifyingBody: bodyOn(row.certifyingBody, issuedOn),
      scheme: {
        version: row.frameworkVersion.number,
        text: byLocale(row.frameworkVersion.texts, ({ title, scope }) => ({ title, scope })),
      },
      criteria: row.frameworkVersion.criteria
        .filter((each) => reached.some(({ criterion }) => criterion.id === each.id))
        .map((each) => ({ code: each.code, name: byLocale(each.texts, (text) => text.name) })),
      decidedOn: dayOf(changed?.decidedAt ?? decision.decidedAt, CERTIFICATE_ZONE),
      issuedOn,
    },
  };
}
