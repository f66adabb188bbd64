import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/db/generated/enums";
import { textIn } from "@/lib/frameworks/rules/text-in";
import { appealDueAt, decideFilingAppeal } from "../rules/appeal";
import { caseEvidence } from "../rules/case-matrix";
import { complaintDueAt, decideFilingComplaint } from "../rules/complaint";
import { evidenceSelect, requirementFactsOf } from "../rules/evidence-rows";
import { decideStatement } from "../rules/hearing";
import { type OwnCase, ownCaseState, releasedDecisions } from "../rules/own-case";
import { evaluateRequirements } from "../rules/requirements";

/** What of a case its party is shown: to be used as a `select`. */
export const ownSelect = {
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
    select: {
      round: true,
      notice: true,
      openedAt: true,
      openedBy: { select: { name: true } },
      dueAt: true,
      statement: true,
      statementAt: true,
      statementBy: { select: { name: true } },
    },
    orderBy: { round: "asc" },
  },
  appeals: {
    select: {
      id: true,
      grounds: true,
      filedAt: true,
      filedBy: { select: { name: true } },
      decidedAt: true,
      changedTo: true,
      reasons: true,
    },
    orderBy: { filedAt: "asc" },
  },
  complaints: {
    select: {
      id: true,
      state: true,
      about: true,
      text: true,
      filedAt: true,
      filedBy: { select: { name: true } },
      decidedAt: true,
      reasons: true,
    },
    orderBy: { filedAt: "asc" },
  },
  representatives: {
    where: { endedAt: null },
    select: { id: true, name: true, email: true, acceptedAt: true },
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
          texts: { select: { locale: true, name: true } },
        },
      },
    },
  },
  enrolment: {
    select: {
      ...evidenceSelect.enrolment.select,
      id: true,
      person: { select: { name: true } },
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

export type OwnCaseRow = Prisma.CertificationCaseGetPayload<{ select: typeof ownSelect }>;

/**
 * A case as its party sees it: of the outcome only what was released. Recommendations and the state between readiness and
 * release are the body's affair and are not told.
 */
export function ownCase(row: OwnCaseRow, locale: Locale, now: Date): OwnCase {
  const facts = requirementFactsOf(row, now);
  const evaluation = evaluateRequirements(facts, now);
  const text = new Map(row.frameworkVersion.criteria.map((each) => [each.id, textIn(each.texts, locale)]));
  const criteria = evaluation.criteria.map((each) => ({
    ...each,
    name: text.get(each.criterion.id)?.name ?? each.criterion.code,
  }));
  const nameByCode = new Map(
    row.frameworkVersion.criteria.map((each) => [each.code, text.get(each.id)?.name]),
  );
  const decisions = releasedDecisions(row, row.decisions);
  const current = decisions.find((each) => each.round === row.round) ?? null;
  const hearing = row.hearings.find((each) => each.round === row.round) ?? null;
  const filing = { state: row.state, outcome: current?.outcome ?? null, releasedAt: row.releasedAt };
  return {
    id: row.id,
    enrolmentId: row.enrolment.id,
    participant: row.enrolment.person.name,
    state: ownCaseState(row.state),
    programme: row.enrolment.cohort.programmeVersion.title,
    cohort: row.enrolment.cohort.name,
    timeZone: row.enrolment.cohort.timeZone,
    certifyingBody: row.certifyingBody.names[0]?.name ?? "",
    evidenceDueOn: row.evidenceDueOn,
    evaluation,
    criteria,
    evidence: caseEvidence({ ...facts, evaluation, criteria, timeZone: row.enrolment.cohort.timeZone }, now),
    decisions: decisions.map(({ decider, repeatCriteria, ...each }) => ({
      ...each,
      decider: decider.name,
      repeatCriteria: repeatCriteria.map((code) => ({ code, name: nameByCode.get(code) ?? code })),
    })),
    releasedAt: row.releasedAt,
    hearing: hearing && {
      ...hearing,
      openedBy: hearing.openedBy?.name ?? null,
      statementBy: hearing.statementBy?.name ?? null,
    },
    mayAnswer: decideStatement(row.state, hearing, now).ok,
    appeals: row.appeals.map((each) => ({ ...each, filedBy: each.filedBy.name })),
    complaints: row.complaints.map((each) => ({
      ...each,
      filedBy: each.filedBy.name,
      dueAt: complaintDueAt(each.filedAt),
    })),
    mayComplain: decideFilingComplaint(row.complaints.some((each) => each.state === "received")).ok,
    representative: row.representatives[0] ?? null,
    mayAppeal: decideFilingAppeal(filing, now).ok,
    appealDueAt: current?.outcome === "not_certified" && row.releasedAt ? appealDueAt(row.releasedAt) : null,
    certificate: row.certificates[0] ?? null,
  };
}
