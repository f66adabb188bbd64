import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleCases } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { CaseOutcome, CaseState, RequirementKind } from "@/lib/db/generated/enums";
import { alteredObservations, evidenceHash } from "../rules/evidence";
import { evidenceSelect, requirementFactsOf } from "../rules/evidence-rows";
import { decideImpartial } from "../rules/impartiality";
import { involvementOfRow, involvementSelect, type Ties } from "../rules/involvement-rows";
import { type NextStep, nextStep, partOf } from "../rules/next-step";
import { evaluateRequirements, unmetRequirements } from "../rules/requirements";
import { getTies } from "./get-ties";

/** Cases on one page. */
export const CASES_PAGE = 50;

/** A case as the certifying body's list shows it. */
export type CaseRow = {
  readonly id: string;
  readonly state: CaseState;
  readonly round: number;
  readonly participant: string;
  readonly organisation: string;
  readonly programme: string;
  readonly cohort: string;
  readonly timeZone: string;
  readonly step: NextStep;
  /** Why the acting person may not take that step themself; null where they may, or where it is nobody's of the body. */
  readonly barredBy: string | null;
  readonly unmet: readonly RequirementKind[];
  readonly criteriaMet: number;
  readonly criteria: number;
  readonly daysLeft: number | null;
  /** The evidence is no longer what the recommendation rests on. */
  readonly evidenceChanged: boolean;
  readonly recommended: CaseOutcome | null;
  readonly decided: CaseOutcome | null;
  readonly hearingDueAt: Date | null;
  readonly statementAt: Date | null;
  readonly appealFiledAt: Date | null;
};

const ACTIONABLE: readonly CaseState[] = ["ready", "recommended", "hearing", "decided", "appealed"];
const ENDED: readonly CaseState[] = ["released", "upheld", "changed", "discontinued"];

export type CaseFilter = {
  /** `open`: something can be done by the body; `collecting`: evidence is gathered; `ended`: the outcome is known, or there is none to come. */
  readonly phase: "open" | "collecting" | "ended";
  readonly page: number;
};

const phases: Readonly<Record<CaseFilter["phase"], readonly CaseState[]>> = {
  open: ACTIONABLE,
  collecting: ["collecting"],
  ended: ENDED,
};

function select(personId: string) {
  const involvement = involvementSelect(personId);
  return {
    ...evidenceSelect,
    ...involvement,
    state: true,
    recommendations: { select: { round: true, recommenderId: true, outcome: true, evidenceHash: true } },
    decisions: {
      select: { round: true, deciderId: true, outcome: true, repeatCriteria: true, decidedAt: true },
    },
    exceptions: { select: { id: true, round: true, requirement: true, writtenById: true } },
    hearings: { select: { round: true, dueAt: true, statementAt: true, openedById: true } },
    appeals: { select: { filedAt: true, decidedAt: true, decidedById: true, changedTo: true } },
    steps: { select: { ...involvement.steps.select, ...evidenceSelect.steps.select } },
    enrolment: {
      select: {
        ...evidenceSelect.enrolment.select,
        ...involvement.enrolment.select,
        organisationName: true,
        person: { select: { ...involvement.enrolment.select.person.select, name: true } },
        // Both sides read the observations: all of them, with who wrote each.
        observations: evidenceSelect.enrolment.select.observations,
        cohort: {
          select: {
            ...evidenceSelect.enrolment.select.cohort.select,
            name: true,
            timeZone: true,
            programmeVersion: { select: { title: true } },
          },
        },
      },
    },
  } as const satisfies Prisma.CertificationCaseSelect;
}

type Row = Prisma.CertificationCaseGetPayload<{ select: ReturnType<typeof select> }>;

/** What the list shows of a case. `bodies` are those the reader acts for. */
function caseRow(row: Row, ties: Ties, bodies: readonly string[], now: Date): CaseRow {
  const facts = requirementFactsOf(row, now);
  const evaluation = evaluateRequirements(facts, now);
  const ofRound = <T extends { round: number }>(all: readonly T[]) =>
    all.find((each) => each.round === row.round) ?? null;
  const hearing = ofRound(row.hearings);
  const recommendation = ofRound(row.recommendations);
  const step = nextStep(row.state, hearing, now);
  const part = partOf(step);
  const observed = row.enrolment.observations.filter((each) => each.assessorId === ties.personId);
  const near = { ...row, enrolment: { ...row.enrolment, observations: observed } };
  const may = part && decideImpartial(part, involvementOfRow(near, ties, bodies, now));
  return {
    id: row.id,
    state: row.state,
    round: row.round,
    participant: row.enrolment.person.name,
    organisation: row.enrolment.organisationName,
    programme: row.enrolment.cohort.programmeVersion.title,
    cohort: row.enrolment.cohort.name,
    timeZone: row.enrolment.cohort.timeZone,
    step,
    barredBy: may && !may.ok ? may.refusal.code : null,
    unmet: unmetRequirements(evaluation),
    criteriaMet: evaluation.criteria.filter((each) => each.met).length,
    criteria: evaluation.criteria.length,
    daysLeft: evaluation.daysLeft,
    evidenceChanged:
      alteredObservations(facts.evidence).length > 0 ||
      (step === "decision" && recommendation?.evidenceHash !== evidenceHash(facts.evidence)),
    recommended: recommendation?.outcome ?? null,
    decided: ofRound(row.decisions)?.outcome ?? null,
    hearingDueAt: hearing?.dueAt ?? null,
    statementAt: hearing?.statementAt ?? null,
    appealFiledAt: row.appeals.find((each) => each.decidedAt === null)?.filedAt ?? null,
  };
}

/**
 * A page of the cases that the acting person reaches, those with the nearest deadline first, with what each waits for and
 * whether they may do it. The number of SQL statements does not depend on the number of cases.
 */
export async function listCases(
  acting: Acting,
  filter: CaseFilter,
  now: Date,
): Promise<{ readonly rows: CaseRow[]; readonly total: number }> {
  const where = { AND: [visibleCases(acting), { state: { in: [...phases[filter.phase]] } }] };
  const personId = personOf(acting);
  const total = await database().certificationCase.count({ where });
  const rows = await database().certificationCase.findMany({
    where,
    select: select(personId),
    orderBy: [{ evidenceDueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    skip: (filter.page - 1) * CASES_PAGE,
    take: CASES_PAGE,
  });
  const ties = await getTies(
    acting,
    rows.map((row) => row.enrolment.personId),
  );
  const bodies = acting.grants.map((grant) => grant.organisationId);
  return { total, rows: rows.map((row) => caseRow(row, ties, bodies, now)) };
}
