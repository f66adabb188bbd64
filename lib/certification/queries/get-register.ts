import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCases } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type CountedDecision, type RegisterFigures, registerFigures } from "../rules/register";

/** The most decisions that are read: the newest of a register that grows for ever. */
export const MOST_DECISIONS = 20_000;

/** A decision with everything an auditor asks of it. */
export type RegisteredDecision = CountedDecision & {
  readonly id: string;
  readonly caseId: string;
  readonly round: number;
  readonly participant: string;
  readonly programme: string;
  readonly cohort: string;
  readonly schemeVersion: number;
  readonly recommender: string;
  readonly decider: string;
  readonly releaser: string;
  readonly heardAt: Date | null;
  readonly statementAt: Date | null;
  readonly appealFiledAt: Date | null;
  readonly appealDecidedAt: Date | null;
  readonly appealDecider: string;
  readonly certificate: string | null;
  readonly evidenceHash: string;
};

/** The register of a period: its figures and its decisions, the newest first. */
export type Register = {
  readonly figures: RegisterFigures;
  readonly decisions: readonly RegisteredDecision[];
};

const named = { select: { name: true } } as const;

const select = {
  id: true,
  caseId: true,
  round: true,
  outcome: true,
  decidedAt: true,
  evidenceHash: true,
  decider: named,
  certificates: { select: { serialNumber: true, state: true }, orderBy: { issuedAt: "desc" } },
  case: {
    select: {
      round: true,
      createdAt: true,
      releasedAt: true,
      releasedBy: named,
      frameworkVersion: { select: { number: true } },
      recommendations: { select: { round: true, recommendedAt: true, recommender: named } },
      exceptions: { select: { round: true } },
      hearings: { select: { round: true, openedAt: true, statementAt: true } },
      appeals: {
        select: { filedAt: true, decidedAt: true, changedTo: true, decidedBy: named },
        orderBy: { filedAt: "asc" },
      },
      enrolment: {
        select: {
          person: named,
          cohort: { select: { name: true, programmeVersion: { select: { title: true } } } },
        },
      },
    },
  },
} as const satisfies Prisma.CaseDecisionSelect;

type Row = Prisma.CaseDecisionGetPayload<{ select: typeof select }>;
type Told = { readonly at: Date; readonly by: string };

/** When decisions of earlier rounds were told, and by whom, from the audit trail: a case keeps its latest release only. */
async function releases(rows: readonly Row[]): Promise<Map<string, Told>> {
  const caseIds = [...new Set(rows.filter((row) => row.round < row.case.round).map((row) => row.caseId))];
  const events = await database().auditEvent.findMany({
    where: { entity: "certificationCase", action: "case.released", entityId: { in: caseIds } },
    select: { entityId: true, actorId: true, at: true, detail: true },
  });
  const ids = [...new Set(events.flatMap((each) => each.actorId ?? []))];
  const people = await database().person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map((each) => [each.id, each.name]));
  return new Map(
    events.map(({ entityId, actorId, at, detail }) => {
      const round = typeof detail === "object" && detail !== null && "round" in detail ? detail.round : null;
      return [`${entityId} ${round}`, { at, by: nameOf.get(actorId ?? "") ?? "" }];
    }),
  );
}

function decisionOf(row: Row, told: ReadonlyMap<string, Told>): RegisteredDecision {
  const { case: its } = row;
  const ofRound = <T extends { round: number }>(all: readonly T[]) =>
    all.find((each) => each.round === row.round);
  const isLatest = row.round === its.round;
  const recommendation = ofRound(its.recommendations);
  const hearing = ofRound(its.hearings);
  // An appeal ends a case, or opens a round after the decision it is about.
  const appeal = its.appeals.find((each) => each.filedAt > row.decidedAt && row.outcome === "not_certified");
  const earlier = told.get(`${row.caseId} ${row.round}`);
  const state = !appeal ? "none" : !appeal.decidedAt ? "open" : appeal.changedTo ? "changed" : "upheld";
  return {
    id: row.id,
    caseId: row.caseId,
    round: row.round,
    outcome: row.outcome,
    participant: its.enrolment.person.name,
    programme: its.enrolment.cohort.programmeVersion.title,
    cohort: its.enrolment.cohort.name,
    schemeVersion: its.frameworkVersion.number,
    openedAt: its.createdAt,
    recommendedAt: recommendation?.recommendedAt ?? null,
    recommender: recommendation?.recommender.name ?? "",
    heardAt: hearing?.openedAt ?? null,
    statementAt: hearing?.statementAt ?? null,
    decidedAt: row.decidedAt,
    decider: row.decider.name,
    releasedAt: isLatest ? its.releasedAt : (earlier?.at ?? null),
    releaser: isLatest ? (its.releasedBy?.name ?? "") : (earlier?.by ?? ""),
    exceptions: its.exceptions.filter((each) => each.round === row.round).length,
    appeal: state,
    appealFiledAt: appeal?.filedAt ?? null,
    appealDecidedAt: appeal?.decidedAt ?? null,
    appealDecider: appeal?.decidedBy?.name ?? "",
    certificate: row.certificates[0]?.serialNumber ?? null,
    certificateRevoked: row.certificates.some((each) => each.state === "revoked"),
    evidenceHash: row.evidenceHash,
  };
}

/** The body's decisions since a moment (null: all of them), with what they add up to. Statements do not grow with the rows. */
export async function getRegister(acting: Acting, since: Date | null): Promise<Register> {
  const rows = await database().caseDecision.findMany({
    where: { case: visibleCases(acting), ...(since && { decidedAt: { gte: since } }) },
    select,
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: MOST_DECISIONS,
  });
  const told = await releases(rows);
  const decisions = rows.map((row) => decisionOf(row, told));
  return { figures: registerFigures(decisions), decisions };
}
