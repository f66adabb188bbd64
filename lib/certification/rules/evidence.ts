import type { AttendanceSummary } from "../../attendance/rules/summary.ts";
import { hashOf } from "../../core/hash.ts";
import type {
  AttendanceStatus,
  ObservationState,
  PracticeProjectState,
  Rating,
} from "../../db/generated/enums.ts";
import { countingObservations } from "../../observations/rules/amendment.ts";

/** What the scheme asks (one framework version, to which the candidate is bound: ISO/IEC 17024 9.1). */
type Scheme = {
  readonly frameworkVersionId: string;
  readonly minObservations: number;
  readonly minAssessors: number;
  readonly attendanceMinimumPercent: number;
  readonly requiresConcludedProject: boolean;
  readonly criteria: readonly SchemeCriterion[];
};

export type SchemeCriterion = {
  readonly id: string;
  readonly code: string;
  readonly stableKey: string;
  readonly minOccasions: number;
};

/** An observation as far as the case rests on it. */
export type ObservedEvidence = {
  readonly id: string;
  readonly assessorId: string;
  /** The other of a pair, where this is what both stand behind. */
  readonly coAssessorId: string | null;
  /** Calendar day, `2026-05-13`. */
  readonly observedOn: string;
  readonly state: ObservationState;
  readonly amendsId: string | null;
  /** One of two that were written blind; their joint one is the evidence. */
  readonly pairId: string | null;
  /** SHA-256 of what it said when it was submitted, as it was written down then. */
  readonly submittedHash: string | null;
  /** The same, computed again from the rows as they are now. */
  readonly presentHash: string;
  readonly ratings: readonly { readonly criterionId: string; readonly rating: Rating }[];
};

/** The newest note about one required session. */
type AttendanceEvidence = {
  readonly sessionId: string;
  readonly status: AttendanceStatus;
  readonly minutes: number | null;
  readonly entry: number;
};

/** Everything a case is decided on. */
export type Evidence = {
  readonly scheme: Scheme;
  /** Attendance over the required sessions (lib/attendance), and the notes it is counted from. */
  readonly attendance: AttendanceSummary & {
    readonly notes: readonly AttendanceEvidence[];
  };
  readonly observations: readonly ObservedEvidence[];
  readonly project: {
    readonly id: string;
    readonly state: PracticeProjectState;
    /** SHA-256 of what the participant wrote about it. */
    readonly textHash: string;
  } | null;
};

/** Observations that count and do not say any more what was submitted: somebody has changed them past the application. */
export function alteredObservations(evidence: Evidence): ObservedEvidence[] {
  return countingObservations(evidence.observations).filter(
    (each) => each.submittedHash !== each.presentHash,
  );
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/**
 * SHA-256 over what a case is decided on: the scheme, every note of attendance, every observation that counts with all it says,
 * the project. Computed from the rows each time; their order makes no difference. The recommendation keeps it; the decision
 * compares.
 */
export function evidenceHash(evidence: Evidence): string {
  return hashOf({
    format: "praksis.evidence/1",
    scheme: evidence.scheme.frameworkVersionId,
    planned: evidence.attendance.planned,
    attendance: evidence.attendance.notes
      .map(({ sessionId, status, minutes, entry }) => ({ id: sessionId, status, minutes, entry }))
      .sort(byId),
    observations: countingObservations(evidence.observations)
      .map((each) => ({
        id: each.id,
        assessor: each.assessorId,
        ...(each.coAssessorId && { coAssessor: each.coAssessorId }),
        content: each.presentHash,
        ratings: each.ratings.map(({ criterionId: id, rating }) => ({ id, rating })).sort(byId),
      }))
      .sort(byId),
    project: evidence.project,
  });
}
