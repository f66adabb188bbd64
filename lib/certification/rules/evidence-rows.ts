import {
  type AttendanceNote,
  notedSessions,
  type PlannedSession,
} from "../../attendance/rules/noted-sessions.ts";
import { attendanceSummary } from "../../attendance/rules/summary.ts";
import { hashOf } from "../../core/hash.ts";
import type { Prisma } from "../../db/generated/client.ts";
import { contentHash } from "../../observations/rules/content.ts";
import { contentOfRow, contentSelect } from "../../observations/rules/content-rows.ts";
import type { Attendee } from "../../sessions/rules/obligations.ts";
import type { Evidence, ObservedEvidence } from "./evidence.ts";
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
      ...contentSelect,
      id: true,
      state: true,
      pairId: true,
      jointOf: { select: { secondId: true } },
      contentHash: true,
    },
    orderBy: { observedOn: "asc" },
  },
} as const satisfies Prisma.EnrolmentSelect;

/** What of a case says which criteria its present round asks to see again: to be spread into a `select`. */
export const roundSelect = {
  round: true,
  decisions: { select: { round: true, outcome: true, repeatCriteria: true, decidedAt: true } },
  appeals: { select: { decidedAt: true, changedTo: true } },
  steps: { select: { round: true, kind: true } },
} as const satisfies Prisma.CertificationCaseSelect;

type RoundRow = Prisma.CertificationCaseGetPayload<{ select: typeof roundSelect }> & {
  readonly frameworkVersion: {
    readonly criteria: readonly { readonly id: string; readonly code: string }[];
  };
};

/** What of a case its evidence is read from: to be spread into a `select`. */
export const evidenceSelect = {
  ...roundSelect,
  id: true,
  evidenceDueOn: true,
  frameworkVersion: { select: schemeSelect },
  enrolment: { select: enrolmentSelect },
  exceptions: { select: { id: true, round: true, requirement: true } },
} as const satisfies Prisma.CertificationCaseSelect;

export type EvidenceRow = Prisma.CertificationCaseGetPayload<{ select: typeof evidenceSelect }>;

/** What a case rests on, as `evaluateRequirements` wants it, from what was read of it. */
export function requirementFactsOf(row: EvidenceRow, now: Date): RequirementFacts {
  const { enrolment, frameworkVersion: scheme } = row;
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
      attendance: attendanceEvidence(enrolment.cohort.sessions, enrolment.attendance, enrolment, now),
      observations: enrolment.observations.map(observedEvidence),
      project: projectOf(enrolment.project),
    },
    exceptions: row.exceptions.filter((each) => each.round === row.round),
    repeat: repeatOf(row),
    dueOn: row.evidenceDueOn && dayOfColumn(row.evidenceDueOn),
    bookedVisits: enrolment.visits,
  };
}

/** What of the required sessions was attended, by the rule of lib/attendance, and the notes that say so. */
export function attendanceEvidence(
  sessions: readonly PlannedSession[],
  notes: readonly AttendanceNote[],
  attendee: Attendee,
  now: Date,
): Evidence["attendance"] {
  const noted = notedSessions(sessions, notes, attendee);
  const summary = attendanceSummary(attendee.participantRole, noted, now);
  const nothing = { planned: 0, attended: 0, highestAttainable: 0, open: 0 };
  return {
    ...(summary ?? nothing),
    notes: noted.flatMap(({ note, obligation, state }) =>
      note && obligation === "required" && state !== "cancelled"
        ? [{ sessionId: note.sessionId, status: note.status, minutes: note.minutes, entry: note.entry }]
        : [],
    ),
  };
}

/** An observation as evidence: its hash as it was submitted, and as its rows give it now. */
export function observedEvidence(row: EvidenceRow["enrolment"]["observations"][number]): ObservedEvidence {
  return {
    id: row.id,
    assessorId: row.assessorId,
    coAssessorId: row.jointOf?.secondId ?? null,
    observedOn: dayOfColumn(row.observedOn),
    state: row.state,
    amendsId: row.amendsId,
    pairId: row.pairId,
    submittedHash: row.contentHash,
    presentHash: contentHash(contentOfRow(row)),
    ratings: row.ratings,
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

/**
 * What the newest decision before this round asks to see again: the criteria that a repeat named; every one after a decision that a
 * recertification followed, which rests on new observations, be it to certify or, of an earlier recertification, not to. Null in a first
 * round.
 */
export function repeatOf(row: RoundRow): RequirementFacts["repeat"] {
  const every = row.frameworkVersion.criteria;
  const begun = new Set(
    row.steps.filter(({ kind }) => kind === "recertification_begun").map(({ round }) => round),
  );
  const present = row.decisions.find(({ round }) => round === row.round);
  const before = row.decisions.flatMap(({ round, outcome, repeatCriteria, decidedAt }) => {
    const recertified = outcome === "certified" || begun.has(round);
    if (round >= row.round || (outcome === "not_certified" && !recertified)) return [];
    const again = recertified ? every : every.filter(({ code }) => repeatCriteria.includes(code));
    return [{ again, at: decidedAt }];
  });
  // An appeal has no round: one that was decided before this round's decision, or while there is none, ended an earlier round.
  const changed = row.appeals.flatMap(({ decidedAt, changedTo }) =>
    decidedAt && changedTo === "certified" && row.round > 1 && (!present || decidedAt < present.decidedAt)
      ? [{ again: every, at: decidedAt }]
      : [],
  );
  const last = [...before, ...changed].sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  return last ? { criterionIds: last.again.map(({ id }) => id), since: dayOfColumn(last.at) } : null;
}
