import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleCases } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/db/generated/enums";
import { textIn } from "@/lib/frameworks/rules/text-in";
import { appealDueAt, decideFilingAppeal } from "../rules/appeal";
import { evidenceSelect, requirementFactsOf } from "../rules/evidence-rows";
import { decideStatement } from "../rules/hearing";
import { type OwnCase, ownCaseState, releasedDecisions } from "../rules/own-case";
import { evaluateRequirements } from "../rules/requirements";

const ownSelect = {
  ...evidenceSelect,
  state: true,
  version: true,
  releasedAt: true,
  decisions: {
    select: {
      round: true,
      outcome: true,
      reasonRules: true,
      reasonMain: true,
      reasonFacts: true,
      repeatCriteria: true,
      repeatGuidance: true,
      repeatDueOn: true,
      appealGuidance: true,
      decidedAt: true,
      decider: { select: { name: true } },
    },
    orderBy: { round: "asc" },
  },
  hearings: {
    select: { round: true, notice: true, openedAt: true, dueAt: true, statement: true, statementAt: true },
    orderBy: { round: "asc" },
  },
  appeals: {
    select: { id: true, grounds: true, filedAt: true, decidedAt: true, changedTo: true, reasons: true },
    orderBy: { filedAt: "asc" },
  },
  certificates: { select: { publicId: true, serialNumber: true }, where: { state: "issued" } },
  certifyingBody: {
    select: {
      names: { where: { validTo: null }, select: { name: true, shortName: true } },
    },
  },
  frameworkVersion: {
    select: {
      ...evidenceSelect.frameworkVersion.select,
      criteria: {
        ...evidenceSelect.frameworkVersion.select.criteria,
        select: {
          ...evidenceSelect.frameworkVersion.select.criteria.select,
          texts: { select: { locale: true, name: true, description: true } },
        },
      },
    },
  },
  enrolment: {
    select: {
      ...evidenceSelect.enrolment.select,
      cohort: {
        select: {
          ...evidenceSelect.enrolment.select.cohort.select,
          name: true,
          timeZone: true,
          programmeVersion: { select: { title: true } },
        },
      },
      // What was not shared with the participant yet is theirs neither to read nor to count.
      observations: { ...evidenceSelect.enrolment.select.observations, where: { sharedAt: { not: null } } },
    },
  },
} as const satisfies Prisma.CertificationCaseSelect;

type Row = Prisma.CertificationCaseGetPayload<{ select: typeof ownSelect }>;

/**
 * One's own cases, the newest first: where each stands, what is still missing, and of the outcome only what was released.
 * Recommendations and the state between readiness and release are the body's affair and are not told.
 */
export async function listMyCases(acting: Acting, locale: Locale, now: Date): Promise<OwnCase[]> {
  const rows = await database().certificationCase.findMany({
    where: { AND: [{ enrolment: { personId: personOf(acting) } }, visibleCases(acting)] },
    select: ownSelect,
    orderBy: { createdAt: "desc" },
  });
  return rows.map((row) => ownCase(row, locale, now));
}

function ownCase(row: Row, locale: Locale, now: Date): OwnCase {
  const evaluation = evaluateRequirements(requirementFactsOf(row, now), now);
  const text = new Map(row.frameworkVersion.criteria.map((each) => [each.id, textIn(each.texts, locale)]));
  const nameByCode = new Map(
    row.frameworkVersion.criteria.map((each) => [each.code, text.get(each.id)?.name]),
  );
  const decisions = releasedDecisions(row, row.decisions);
  const current = decisions.find((each) => each.round === row.round) ?? null;
  const hearing = row.hearings.find((each) => each.round === row.round) ?? null;
  const filing = { state: row.state, outcome: current?.outcome ?? null, releasedAt: row.releasedAt };
  return {
    id: row.id,
    state: ownCaseState(row.state),
    programme: row.enrolment.cohort.programmeVersion.title,
    cohort: row.enrolment.cohort.name,
    timeZone: row.enrolment.cohort.timeZone,
    certifyingBody: row.certifyingBody.names[0]?.name ?? "",
    evidenceDueOn: row.evidenceDueOn,
    evaluation,
    criteria: evaluation.criteria.map((each) => ({
      ...each,
      name: text.get(each.criterion.id)?.name ?? each.criterion.code,
      description: text.get(each.criterion.id)?.description ?? "",
    })),
    decisions: decisions.map(({ decider, repeatCriteria, ...each }) => ({
      ...each,
      decider: decider.name,
      repeatCriteria: repeatCriteria.map((code) => ({ code, name: nameByCode.get(code) ?? code })),
    })),
    releasedAt: row.releasedAt,
    hearing,
    mayAnswer: decideStatement(row.state, hearing, now).ok,
    appeals: row.appeals,
    mayAppeal: decideFilingAppeal(filing, now).ok,
    appealDueAt: current?.outcome === "not_certified" && row.releasedAt ? appealDueAt(row.releasedAt) : null,
    certificate: row.certificates[0] ?? null,
  };
}
