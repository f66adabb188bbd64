import "server-only";
import { gatherEvidence } from "@/lib/certification/commands/gather-evidence";
import { evaluateRequirements } from "@/lib/certification/rules/requirements";
import { dayOf } from "@/lib/core/dates";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/db/generated/enums";
import { countingObservations } from "@/lib/observations/rules/amendment";
import { recordedOn, recordedSelect } from "../facts/recorded-today";
import { CERTIFICATE_ZONE, type CertificatePayload } from "../rules/payload";

const caseSelect = {
  ...recordedSelect,
  round: true,
  decisions: { select: { id: true, round: true, decidedAt: true } },
  appeals: { select: { decidedAt: true, changedTo: true } },
  frameworkVersion: {
    select: {
      number: true,
      certificateValidityMonths: true,
      texts: { select: { locale: true, title: true, scope: true } },
      criteria: {
        select: {
          id: true,
          code: true,
          texts: { select: { locale: true, name: true, description: true } },
        },
        orderBy: { position: "asc" },
      },
    },
  },
} as const satisfies Prisma.CertificationCaseSelect;

type CaseRow = Prisma.CertificationCaseGetPayload<{ select: typeof caseSelect }>;

/** Texts by language. Danish is always there: where a scheme lacks it, by the first language that it has. */
function byLocale<Row extends { locale: Locale }, T>(rows: readonly Row[], pick: (row: Row) => T) {
  const found = (locale: Locale) => rows.find((row) => row.locale === locale);
  const first = found("da") ?? rows[0];
  if (!first) throw new Error("a scheme without a text");
  const [sv, en] = [found("sv"), found("en")];
  return { da: pick(first), ...(sv && { sv: pick(sv) }), ...(en && { en: pick(en) }) };
}

/** What a certificate says before it is issued: everything but its ids and its end. */
export type CertificateContent = Omit<CertificatePayload, "publicId" | "serialNumber" | "validUntilOn">;

/** What `describeCertificate` gives to whoever issues. */
export type CertificateDraft = {
  readonly decisionId: string;
  readonly holder: CaseRow["enrolment"]["person"];
  readonly validityMonths: number | null;
  readonly content: CertificateContent;
};

/** The criteria that were reached with how often, and what was observed in all. */
async function shown(
  tx: Transaction,
  caseId: string,
  now: Date,
  { criteria }: CaseRow["frameworkVersion"],
): Promise<Pick<CertificateContent, "criteria" | "observed">> {
  const evidence = await gatherEvidence(tx, caseId, now);
  const progress = new Map(
    evaluateRequirements(evidence, now).criteria.map((each) => [each.criterion.id, each]),
  );
  // Where every criterion had to be seen anew, the decision rests on what was observed since the one before, and on nothing else.
  const { repeat } = evidence;
  const since = criteria.every(({ id }) => repeat?.criterionIds.includes(id)) ? (repeat?.since ?? "") : "";
  const counting = countingObservations(evidence.evidence.observations).filter(
    ({ observedOn }) => observedOn >= since,
  );
  const days = counting.map(({ observedOn }) => observedOn).sort();
  const [from, to] = [days[0], days.at(-1)];
  return {
    criteria: criteria.flatMap(({ id, code, texts }) => {
      const its = progress.get(id);
      if (!its?.met) return [];
      const name = byLocale(texts, (text) => text.name);
      const description = byLocale(texts, (text) => text.description);
      return [{ code, name, description, ...(its.reached > 0 && { occasions: its.reached }) }];
    }),
    ...(from &&
      to && {
        observed: {
          occasions: counting.length,
          assessors: new Set(counting.map(({ assessorId }) => assessorId)).size,
          from,
          to,
        },
      }),
  };
}

/** What a certificate of this case says when it is issued at `now`, from the case as it is in this transaction. */
export async function describeCertificate(
  tx: Transaction,
  caseId: string,
  now: Date,
): Promise<CertificateDraft> {
  const row = await tx.certificationCase.findUniqueOrThrow({ where: { id: caseId }, select: caseSelect });
  const decision = row.decisions.find((each) => each.round === row.round);
  if (!decision) throw new Error("the case is not decided");
  const issuedOn = dayOf(now, CERTIFICATE_ZONE);
  const changed = row.appeals.find((appeal) => appeal.changedTo === "certified");
  const { holder, ...recorded } = recordedOn(row, issuedOn);
  return {
    decisionId: decision.id,
    holder: row.enrolment.person,
    validityMonths: row.frameworkVersion.certificateValidityMonths,
    content: {
      format: "praksis.certificate/2",
      holder: { name: holder },
      ...recorded,
      scheme: {
        version: row.frameworkVersion.number,
        text: byLocale(row.frameworkVersion.texts, ({ title, scope }) => ({ title, scope })),
      },
      ...(await shown(tx, caseId, now, row.frameworkVersion)),
      decidedOn: dayOf(changed?.decidedAt ?? decision.decidedAt, CERTIFICATE_ZONE),
      issuedOn,
    },
  };
}
