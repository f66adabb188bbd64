import { hashOf } from "../../core/hash.ts";
import type { Prisma } from "../../db/generated/client.ts";
import { attendanceEvidence } from "./attendance.ts";
import type { RequirementFacts } from "./requirements.ts";

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

/** What of a case its evidence is read from: to be spread into a `select`. */
export const evidenceSelect = {
  id: true,
  round: true,
  evidenceDueOn: true,
  frameworkVersion: { select: schemeSelect },
  enrolment: { select: enrolmentSelect },
  exceptions: { select: { id: true, round: true, requirement: true } },
  decisions: { select: { round: true, outcome: true, repeatCriteria: true, decidedAt: true } },
} as const satisfies Prisma.CertificationCaseSelect;

export type EvidenceRow = Prisma.CertificationCaseGetPayload<{ select: typeof evidenceSelect }>;

/** What a case rests on, as `evaluateRequirements` wants it, from what was read of it. */
export function requirementFactsOf(row: EvidenceRow, now: Date): RequirementFacts {
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

/** SHA-256 of what a participant wrote about their project: what it says is evidence, beside that it was concluded. */
export function projectTextHash(text: {
  readonly title: string;
  readonly task: string;
  readonly usersInvolved: string;
  readonly methodsUsed: string;
  readonly outcome: string;
}): string {
  return hashOf([text.title, text.task, text.usersInvolved, text.methodsUsed, text.outcome]);
}

function projectOf(project: EvidenceRow["enrolment"]["project"]): RequirementFacts["evidence"]["project"] {
  return project && { id: project.id, state: project.state, textHash: projectTextHash(project) };
}

/** What the newest repeat asked to see again; null where none was asked. */
function repeatOf(row: EvidenceRow): RequirementFacts["repeat"] {
  const last = row.decisions
    .filter((decision) => decision.round < row.round && decision.outcome === "repeat_requested")
    .sort((a, b) => b.round - a.round)[0];
  if (!last) return null;
  const named = row.frameworkVersion.criteria.filter((each) => last.repeatCriteria.includes(each.code));
  return { criterionIds: named.map((each) => each.id), since: dayOfColumn(last.decidedAt) };
}
