import { attendanceStanding } from "../../attendance/rules/summary.ts";
import { civilDay } from "../../core/dates.ts";
import type { RequirementKind } from "../../db/generated/enums.ts";
import { countingObservations } from "../../observations/rules/amendment.ts";
import type { Evidence, ObservedEvidence, SchemeCriterion } from "./evidence.ts";

/** What is asked again in a round that follows a repeat: named criteria, seen anew since the day of that decision. */
type Repeat = {
  readonly criterionIds: readonly string[];
  /** Calendar day; an observation of that day or later counts. */
  readonly since: string;
};

/** Everything `evaluateRequirements` looks at. */
export type RequirementFacts = {
  readonly evidence: Evidence;
  readonly exceptions: readonly { readonly id: string; readonly requirement: RequirementKind }[];
  readonly repeat: Repeat | null;
  /** The last day evidence may be gathered; null where none is set. */
  readonly dueOn: string | null;
  /** Visits that are booked and still to come. */
  readonly bookedVisits: readonly { readonly startsAt: Date }[];
};

type RequirementStatus = "met" | "excepted" | "unmet";

/** How far one criterion is. `seen` is false where no counting observation has rated it anything but `not_seen`. */
export type CriterionProgress = {
  readonly criterion: SchemeCriterion;
  readonly reached: number;
  readonly needed: number;
  readonly met: boolean;
  readonly seen: boolean;
  /** Has to be shown anew because a repeat named it. */
  readonly again: boolean;
  /** Observations in which it was reached. */
  readonly evidenceIds: readonly string[];
};

/** One requirement of the scheme with where it stands. `have` and `need` are per cent for attendance, else counts. */
export type Requirement = {
  readonly kind: RequirementKind;
  readonly status: RequirementStatus;
  readonly have: number;
  readonly need: number;
  /** Ids of the observations, the project or the sessions it rests on. */
  readonly evidenceIds: readonly string[];
  readonly exceptionId: string | null;
  /** Whether it can still be met with what is to come; true for one that is met. */
  readonly attainable: boolean;
};

export type Evaluation = {
  readonly requirements: readonly Requirement[];
  readonly criteria: readonly CriterionProgress[];
  /** Every requirement is met or excepted. */
  readonly complete: boolean;
  /** Whole days until the evidence is due: 0 on the last day, negative afterwards; null without a deadline. */
  readonly daysLeft: number | null;
  /** The last day for evidence is over. */
  readonly windowClosed: boolean;
  readonly visitBooked: boolean;
};

const DAY_MS = 86_400_000;

function daysUntil(day: string, now: Date): number {
  return Math.round((Date.parse(day) - Date.parse(civilDay(now))) / DAY_MS);
}

function criterionProgress(
  criterion: SchemeCriterion,
  counting: readonly ObservedEvidence[],
  repeat: Repeat | null,
): CriterionProgress {
  const again = repeat?.criterionIds.includes(criterion.id) ?? false;
  const looked = again && repeat ? counting.filter((each) => each.observedOn >= repeat.since) : counting;
  const ratingIn = (each: ObservedEvidence) =>
    each.ratings.find((rating) => rating.criterionId === criterion.id)?.rating ?? "not_seen";
  const reachedIn = looked.filter((each) => ratingIn(each) === "reached");
  // Of a criterion shown anew one occasion is asked: the earlier ones were weighed in the round before.
  const needed = again ? 1 : criterion.minOccasions;
  return {
    criterion,
    reached: reachedIn.length,
    needed,
    met: reachedIn.length >= needed,
    seen: looked.some((each) => ratingIn(each) !== "not_seen"),
    again,
    evidenceIds: reachedIn.map((each) => each.id),
  };
}

/** Per cent, rounded down, so that 79.9 is never shown as 80. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part / whole) * 100 + 1e-9);
}

type Raw = Omit<Requirement, "status" | "exceptionId"> & { readonly met: boolean };

function attendance({ attendance: seen, scheme }: Evidence): Raw {
  const need = scheme.attendanceMinimumPercent;
  const standing = attendanceStanding(seen, need);
  return {
    kind: "attendance",
    have: percent(seen.attended, seen.planned),
    need,
    met: standing === "met",
    attainable: standing !== "unattainable",
    evidenceIds: seen.notes.map((note) => note.sessionId),
  };
}

function counted(kind: RequirementKind, have: number, need: number, evidenceIds: readonly string[]): Raw {
  return { kind, have, need, met: have >= need, attainable: true, evidenceIds };
}

function project({ project: shown, scheme }: Evidence): Raw | null {
  if (!scheme.requiresConcludedProject) return null;
  const concluded = shown?.state === "concluded";
  // An abandoned one gives its place to another: while there is time, it can still be reached.
  return counted("practice_project", concluded ? 1 : 0, 1, shown ? [shown.id] : []);
}

/**
 * Where a case stands: each requirement of the scheme with how far it is, what it rests on, and whether it can still be
 * met. The one function that says so, for screens, recommendation and decision alike (ISO/IEC 17024 9.4: nothing is
 * granted until every requirement is met). Amended observations are superseded; an exception fulfils its requirement.
 */
export function evaluateRequirements(facts: RequirementFacts, now: Date): Evaluation {
  const { evidence, exceptions, repeat, dueOn } = facts;
  const counting = countingObservations(evidence.observations);
  const ids = counting.map((each) => each.id);
  const assessors = new Set(
    counting.flatMap((each) => [each.assessorId, ...(each.coAssessorId ? [each.coAssessorId] : [])]),
  );
  const criteria = evidence.scheme.criteria.map((each) => criterionProgress(each, counting, repeat));
  const reached = criteria.filter((each) => each.met);
  const raw = [
    attendance(evidence),
    counted("observations", counting.length, evidence.scheme.minObservations, ids),
    counted("assessors", assessors.size, evidence.scheme.minAssessors, ids),
    counted("criteria", reached.length, criteria.length, [
      ...new Set(reached.flatMap((each) => each.evidenceIds)),
    ]),
    project(evidence),
  ].filter((each) => each !== null);
  const daysLeft = dueOn === null ? null : daysUntil(dueOn, now);
  const windowClosed = daysLeft !== null && daysLeft < 0;
  const requirements = raw.map(({ met, attainable, ...rest }): Requirement => {
    const exceptionId = met ? null : (exceptions.find((each) => each.requirement === rest.kind)?.id ?? null);
    const status = met ? "met" : exceptionId ? "excepted" : "unmet";
    return { ...rest, status, exceptionId, attainable: met || (attainable && !windowClosed) };
  });
  return {
    requirements,
    criteria,
    complete: requirements.every((each) => each.status !== "unmet"),
    daysLeft,
    windowClosed,
    visitBooked: facts.bookedVisits.some((visit) => visit.startsAt > now),
  };
}

/** The requirements that stand in the way. */
export function unmetRequirements(evaluation: Evaluation): RequirementKind[] {
  return evaluation.requirements.filter((each) => each.status === "unmet").map((each) => each.kind);
}
