import "server-only";
import { sha256 } from "@/lib/core/hash";
import type { Db, Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { attendanceEvidence } from "../rules/attendance";
import type { RequirementFacts } from "../rules/requirements";

const dayOfColumn = (date: Date) => date.toISOString().slice(0, 10);

const schemeSelect = {
  id: true,
  minObservations: true,
  minAssessors: true,
  attendanceMinimumPercent: true,
  requiresConcludedProject: true,
  criteria: {
    select: { id: true, code: true, stableKey: true, minOccasions: true },
    orderBy: { position: "asc" },
  },
} as const satisfies Prisma.FrameworkVersionSelect;

const enrolmentSelect = {
  participantRole: true,
  trackId: true,
  cohort: {
    select: {
      sessions: {
        select: {
          id: true,
          state: true,
          startsAt: true,
          endsAt: true,
          obligations: { select: { trackId: true, participantRole: true, obligation: true } },
        },
        orderBy: { position: "asc" },
      },
    },
  },
  attendance: { select: { sessionId: true, status: true, minutes: true, entry: true } },
  project: {
    select: {
      id: true,
      state: true,
      title: true,
      task: true,
      usersInvolved: true,
      methodsUsed: true,
      outcome: true,
    },
  },
  visits: { where: { state: "booked" }, select: { startsAt: true } },
  observations: {
    select: {
      id: true,
      assessorId: true,
      observedOn: true,
      state: true,
      amendsId: true,
      contentHash: true,
      ratings: { select: { criterionId: true, rating: true } },
    },
    orderBy: { observedOn: "asc" },
  },
} as const satisfies Prisma.EnrolmentSelect;

const caseSelect = {
  id: true,
  round: true,
  evidenceDueOn: true,
  frameworkVersion: { select: schemeSelect },
  enrolment: { select: enrolmentSelect },
  exceptions: { select: { id: true, round: true, requirement: true } },
  decisions: { select: { round: true, outcome: true, repeatCriteria: true, decidedAt: true } },
} as const satisfies Prisma.CertificationCaseSelect;

type CaseRow = Prisma.CertificationCaseGetPayload<{ select: typeof caseSelect }>;

/**
 * What each of these cases rests on, by case id, as `evaluateRequirements` wants it. The number of SQL statements does not
 * depend on the number of cases. Whoever asks has put the ids through a scope before.
 */
export async function gatherEvidence(
  db: Db | Transaction,
  caseIds: readonly string[],
  now: Date,
): Promise<Map<string, RequirementFacts>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db.certificationCase.findMany({
    where: { id: { in: [...caseIds] } },
    select: caseSelect,
  });
  return new Map(rows.map((row) => [row.id, factsOf(row, now)]));
}

function factsOf(row: CaseRow, now: Date): RequirementFacts {
  const { enrolment, frameworkVersion: scheme } = row;
  const sessions = enrolment.cohort.sessions.map((session) => ({
    ...session,
    attendance: enrolment.attendance.filter((note) => note.sessionId === session.id),
  }));
  return {
    evidence: {
      scheme: {
        frameworkVersionId: scheme.id,
        minObservations: scheme.minObservations,
        minAssessors: scheme.minAssessors,
        attendanceMinimumPercent: scheme.attendanceMinimumPercent,
        requiresConcludedProject: scheme.requiresConcludedProject,
        criteria: scheme.criteria,
      },
      attendance: attendanceEvidence(sessions, enrolment, now),
      observations: enrolment.observations.map(({ state, observedOn, ...each }) => ({
        ...each,
        observedOn: dayOfColumn(observedOn),
        locked: state === "locked",
      })),
      project: projectOf(enrolment.project),
    },
    exceptions: row.exceptions.filter((each) => each.round === row.round),
    repeat: repeatOf(row),
    dueOn: row.evidenceDueOn && dayOfColumn(row.evidenceDueOn),
    bookedVisits: enrolment.visits,
  };
}

function projectOf(project: CaseRow["enrolment"]["project"]): RequirementFacts["evidence"]["project"] {
  if (!project) return null;
  const { id, state, ...text } = project;
  return { id, state, textHash: sha256(JSON.stringify(Object.values(text))) };
}

/** What the newest repeat asked to see again; null where none was asked. */
function repeatOf(row: CaseRow): RequirementFacts["repeat"] {
  const last = row.decisions
    .filter((decision) => decision.round < row.round && decision.outcome === "repeat_requested")
    .sort((a, b) => b.round - a.round)[0];
  if (!last) return null;
  const named = row.frameworkVersion.criteria.filter((each) => last.repeatCriteria.includes(each.code));
  return { criterionIds: named.map((each) => each.id), since: dayOfColumn(last.decidedAt) };
}
