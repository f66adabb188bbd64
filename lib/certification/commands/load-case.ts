import "server-only";
import { visibleCases } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import type { Prisma } from "@/lib/db/generated/client";
import type { CaseState } from "@/lib/db/generated/enums";
import { lockRow } from "@/lib/db/lock-row";
import { alteredObservations, evidenceHash } from "../rules/evidence";
import type { Involvement } from "../rules/impartiality";
import { type Evaluation, evaluateRequirements, type RequirementFacts } from "../rules/requirements";
import { gatherEvidence } from "./gather-evidence";
import { gatherInvolvement } from "./gather-involvement";

const caseSelect = {
  id: true,
  state: true,
  version: true,
  round: true,
  enrolmentId: true,
  certifyingBodyId: true,
  releasedAt: true,
  recommendations: true,
  decisions: true,
  hearings: true,
  appeals: { where: { decidedAt: null } },
  complaints: { where: { state: "received" }, select: { id: true, state: true } },
  representatives: {
    where: { acceptedAt: { not: null }, endedAt: null },
    select: { personId: true, name: true, email: true, person: { select: { locale: true } } },
  },
  enrolment: {
    select: {
      person: { select: { id: true, name: true, email: true, locale: true } },
      cohort: { select: { timeZone: true, programmeVersion: { select: { title: true } } } },
    },
  },
} as const satisfies Prisma.CertificationCaseSelect;

type CaseRow = Prisma.CertificationCaseGetPayload<{ select: typeof caseSelect }>;

/** A case with everything that any step of it is judged by: the facts of every action on cases. */
export type CaseFacts = {
  readonly id: string;
  readonly state: CaseState;
  readonly version: number;
  readonly round: number;
  readonly enrolmentId: string;
  readonly certifyingBodyId: string;
  readonly releasedAt: Date | null;
  readonly participant: CaseRow["enrolment"]["person"];
  readonly programme: string;
  readonly timeZone: string;
  readonly requirementFacts: RequirementFacts;
  readonly evaluation: Evaluation;
  readonly criterionCodes: readonly string[];
  readonly evidenceHash: string;
  /** Observations that do not say any more what was submitted. */
  readonly altered: number;
  readonly involvement: Involvement;
  /** Of the present round; null where it is not there yet. */
  readonly recommendation: CaseRow["recommendations"][number] | null;
  readonly decision: CaseRow["decisions"][number] | null;
  readonly hearing: CaseRow["hearings"][number] | null;
  /** The appeal that waits for a decision. */
  readonly appeal: CaseRow["appeals"][number] | null;
  /** The complaint that waits for an answer. */
  readonly complaint: CaseRow["complaints"][number] | null;
  /** Who acts for the participant now. */
  readonly representative: CaseRow["representatives"][number] | null;
};

/**
 * The case, locked, with its evidence weighed anew and the acting person's involvement; null where it is out of their
 * scope.
 */
export async function loadCase(work: Work, caseId: string): Promise<CaseFacts | null> {
  if (!(await lockRow(work.tx, "certification_case", caseId))) return null;
  const row = await work.tx.certificationCase.findFirst({
    where: { AND: [{ id: caseId }, visibleCases(work.acting)] },
    select: caseSelect,
  });
  if (!row) return null;
  const requirementFacts = await gatherEvidence(work.tx, caseId, work.now);
  const involvement = await gatherInvolvement(work, caseId);
  const { enrolment, recommendations, decisions, hearings, appeals, complaints, representatives, ...rest } =
    row;
  const ofRound = <T extends { round: number }>(all: readonly T[]) =>
    all.find((each) => each.round === row.round) ?? null;
  return {
    ...rest,
    participant: enrolment.person,
    programme: enrolment.cohort.programmeVersion.title,
    timeZone: enrolment.cohort.timeZone,
    requirementFacts,
    evaluation: evaluateRequirements(requirementFacts, work.now),
    criterionCodes: requirementFacts.evidence.scheme.criteria.map((each) => each.code),
    evidenceHash: evidenceHash(requirementFacts.evidence),
    altered: alteredObservations(requirementFacts.evidence).length,
    involvement,
    recommendation: ofRound(recommendations),
    decision: ofRound(decisions),
    hearing: ofRound(hearings),
    appeal: appeals[0] ?? null,
    complaint: complaints[0] ?? null,
    representative: representatives[0] ?? null,
  };
}

/**
 * Refuses as `conflict` where the case has changed since the person saw it (`seen`). Asked after the rules, which have better
 * sentences for a case that was decided meanwhile.
 */
export function insistVersion(facts: CaseFacts, seen: number): void {
  if (facts.version !== seen) throw new RefusalError({ code: "conflict" });
}
