import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { visibleCases } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { CaseOutcome } from "@/lib/db/generated/enums";
import type { AppealStanding, RegisterFigures } from "../rules/register";

/** Decisions on one page. */
export const REGISTER_PAGE = 50;

/** A decision with everything an auditor asks of it. */
export type RegisteredDecision = {
  readonly id: string;
  readonly outcome: CaseOutcome;
  readonly openedAt: Date;
  readonly recommendedAt: Date | null;
  readonly decidedAt: Date;
  readonly releasedAt: Date | null;
  /** Waived requirements in the same round. */
  readonly exceptions: number;
  readonly appeal: AppealStanding;
  readonly certificateRevoked: boolean;
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

/** The register of a period: its figures, and a page of its decisions, the newest first. */
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
      createdAt: true,
      steps: { where: { kind: "released" }, select: { round: true, takenBy: named, takenAt: true } },
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

function decisionOf(row: Row): RegisteredDecision {
  const { case: its } = row;
  const ofRound = <T extends { round: number }>(all: readonly T[]) =>
    all.find((each) => each.round === row.round);
  const recommendation = ofRound(its.recommendations);
  const hearing = ofRound(its.hearings);
  // An appeal ends a case, or opens a round after the decision it is about.
  const appeal = its.appeals.find((each) => each.filedAt > row.decidedAt && row.outcome === "not_certified");
  const release = ofRound(its.steps);
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
    releasedAt: release?.takenAt ?? null,
    releaser: release?.takenBy.name ?? "",
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

type FigureRow = Omit<RegisterFigures, "byOutcome"> & Record<CaseOutcome, number>;

/** What a period's decisions add up to, counted by the database: the register grows for ever. */
async function figuresOf(bodies: readonly string[], since: Date | null): Promise<RegisterFigures> {
  const [row] = await database().$queryRaw<FigureRow[]>`
    WITH decided AS (
      SELECT d.id, d.case_id, d.outcome, d.decided_at, r.recommended_at,
        (SELECT s.taken_at FROM case_step s WHERE s.case_id = d.case_id AND s.round = d.round AND s.kind = 'released') AS released_at,
        (SELECT count(*) FROM case_exception x WHERE x.case_id = d.case_id AND x.round = d.round) AS exceptions,
        appeal.id IS NOT NULL AS appealed, appeal.changed_to IS NOT NULL AS changed,
        EXISTS (SELECT 1 FROM certificate t WHERE t.decision_id = d.id AND t.state = 'revoked') AS revoked
      FROM case_decision d JOIN certification_case c ON c.id = d.case_id
        LEFT JOIN case_recommendation r ON r.case_id = d.case_id AND r.round = d.round
        LEFT JOIN LATERAL (SELECT a.id, a.changed_to FROM case_appeal a WHERE a.case_id = d.case_id AND a.filed_at > d.decided_at
          AND d.outcome = 'not_certified' ORDER BY a.filed_at LIMIT 1) appeal ON true
      WHERE c.certifying_body_id = ANY (${bodies}::uuid[]) AND (${since}::timestamptz IS NULL OR d.decided_at >= ${since}))
    SELECT count(*)::int AS decisions,
      count(*) FILTER (WHERE outcome = 'certified')::int AS certified,
      count(*) FILTER (WHERE outcome = 'repeat_requested')::int AS repeat_requested,
      count(*) FILTER (WHERE outcome = 'not_certified')::int AS not_certified,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, floor(extract(epoch FROM decided_at - recommended_at) / 86400)))
        FILTER (WHERE recommended_at IS NOT NULL) AS "daysToDecision",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, floor(extract(epoch FROM released_at - decided_at) / 86400)))
        FILTER (WHERE released_at IS NOT NULL) AS "daysToRelease",
      coalesce(sum(exceptions), 0)::int AS exceptions,
      count(*) FILTER (WHERE appealed)::int AS appeals,
      count(*) FILTER (WHERE changed OR revoked)::int AS reversals,
      (SELECT count(*)::int FROM case_review v WHERE v.state = 'reviewed' AND v.decision_id IN (SELECT id FROM decided)) AS reviews,
      (SELECT count(*)::int FROM case_review v WHERE v.agrees = false AND v.decision_id IN (SELECT id FROM decided)) AS disagreements,
      (SELECT count(*)::int FROM case_complaint m JOIN certification_case c ON c.id = m.case_id
        WHERE c.certifying_body_id = ANY (${bodies}::uuid[]) AND (${since}::timestamptz IS NULL OR m.filed_at >= ${since})) AS complaints,
      (SELECT count(*)::int FROM certification_case c WHERE c.certifying_body_id = ANY (${bodies}::uuid[])
        AND c.discontinued_at IS NOT NULL AND (${since}::timestamptz IS NULL OR c.discontinued_at >= ${since})) AS discontinued,
      (SELECT count(*)::int FROM case_complaint m JOIN certification_case c ON c.id = m.case_id WHERE m.state = 'founded'
        AND c.certifying_body_id = ANY (${bodies}::uuid[]) AND (${since}::timestamptz IS NULL OR m.filed_at >= ${since})) AS "foundedComplaints"
    FROM decided`;
  if (!row) throw new Error("a count has a row");
  const { certified, repeat_requested, not_certified, ...figures } = row;
  return { ...figures, byOutcome: { certified, repeat_requested, not_certified } };
}

const wanted = (acting: Acting, since: Date | null): Prisma.CaseDecisionWhereInput => ({
  case: visibleCases(acting),
  ...(since && { decidedAt: { gte: since } }),
});

async function decisionsOf(
  acting: Acting,
  since: Date | null,
  part: { readonly take: number; readonly skip?: number; readonly cursor?: { readonly id: string } },
): Promise<RegisteredDecision[]> {
  const rows = await database().caseDecision.findMany({
    where: wanted(acting, since),
    select,
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    ...part,
  });
  return rows.map(decisionOf);
}

/** The body's register since a moment (null: all of it), one page of its decisions. Statements do not grow with the rows. */
export async function getRegister(acting: Acting, since: Date | null, page: number): Promise<Register> {
  const figures = await figuresOf(organisationsAs(acting, "certifier"), since);
  const skip = (page - 1) * REGISTER_PAGE;
  return { figures, decisions: await decisionsOf(acting, since, { skip, take: REGISTER_PAGE }) };
}

/** The body's decisions since a moment (null: ever), the newest first, as a file holds them: how many, and those after one of them. */
export async function getRegisteredDecisions(acting: Acting, since: Date | null) {
  const count = await database().caseDecision.count({ where: wanted(acting, since) });
  return { count, after: (part: Parameters<typeof decisionsOf>[2]) => decisionsOf(acting, since, part) };
}
