import { dayOf } from "../../core/dates.ts";
import type { CriterionStanding, EvidenceMatrix } from "./evidence-matrix.ts";

/** What a criterion still lacks. */
type MissingCriterion = {
  readonly code: string;
  readonly standing: Exclude<CriterionStanding, "met">;
  /** Occasions on which it must still be reached. */
  readonly occasions: number;
  /** `planned`: enough visits are booked for it. `open`: there is time, and visits are missing. `late`: the time is up. */
  readonly reach: "planned" | "open" | "late";
};

/** What the evidence still lacks, how long there is, and whether somebody is coming. */
export type Forecast = {
  /** `met`: nothing is missing. `planned`: enough visits are booked. `open`: they are not. `late`: the time is up. */
  readonly outlook: "met" | "planned" | "open" | "late";
  readonly missing: readonly MissingCriterion[];
  /** Observations that count so far: locked, and not replaced by an amendment. */
  readonly observationsCounting: number;
  /** Observations still needed at the least: for their number, for the assessors, for the criterion that lacks most. */
  readonly observationsNeeded: number;
  /** How many will count at the least when nothing is missing: more than the scheme asks for where a criterion or an assessor is missing. */
  readonly observationsAtLeast: number;
  /** Booked and still in time. */
  readonly visitsBooked: number;
  /** When they begin, the earliest first. */
  readonly visits: readonly Date[];
  readonly nextVisitAt: Date | null;
  /** Whole days until the last day of the evidence, today being 0; null where no day is set. Negative once it is past. */
  readonly daysLeft: number | null;
};

/** What a forecast is made from. Days are calendar days at the participant's place. */
export type ForecastFacts = {
  readonly matrix: EvidenceMatrix;
  readonly minObservations: number;
  readonly minAssessors: number;
  readonly countingObservations: number;
  /** Different assessors among the counting observations. */
  readonly assessors: number;
  /** Visits that are booked and have not begun. */
  readonly bookedVisits: readonly { readonly startsAt: Date }[];
  readonly evidenceDueOn: string | null;
  readonly timeZone: string;
};

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** When the visits begin that are booked and still in time; one after the last day brings nothing. */
function visitsAhead({ bookedVisits, evidenceDueOn, timeZone }: ForecastFacts, now: Date): Date[] {
  return bookedVisits
    .map((visit) => visit.startsAt)
    .filter((at) => at > now && (evidenceDueOn === null || dayOf(at, timeZone) <= evidenceDueOn))
    .sort((a, b) => a.getTime() - b.getTime());
}

/** What is missing, the days left and whether enough visits are booked: "criterion 4 unseen, 18 days left, no visit booked". */
export function forecast(facts: ForecastFacts, now: Date): Forecast {
  const ahead = visitsAhead(facts, now);
  const daysLeft =
    facts.evidenceDueOn === null ? null : daysBetween(dayOf(now, facts.timeZone), facts.evidenceDueOn);
  const reachOf = (occasions: number) =>
    daysLeft !== null && daysLeft < 0 ? "late" : ahead.length >= occasions ? "planned" : "open";
  const missing = facts.matrix.rows.flatMap((row): MissingCriterion[] => {
    const { standing, missing: occasions, criterion } = row;
    return standing === "met"
      ? []
      : [{ code: criterion.code, standing, occasions, reach: reachOf(occasions) }];
  });
  const observationsNeeded = Math.max(
    0,
    facts.minObservations - facts.countingObservations,
    facts.minAssessors - facts.assessors,
    ...missing.map((criterion) => criterion.occasions),
  );
  return {
    outlook: observationsNeeded === 0 ? "met" : reachOf(observationsNeeded),
    missing,
    observationsCounting: facts.countingObservations,
    observationsNeeded,
    observationsAtLeast: facts.countingObservations + observationsNeeded,
    visitsBooked: ahead.length,
    visits: ahead,
    nextVisitAt: ahead[0] ?? null,
    daysLeft,
  };
}
