import { dayOf } from "../../core/dates.ts";
import { allowed, type Decision, refuse } from "../../core/decision.ts";

/** From when until when a visit takes place. */
export type VisitTimes = { readonly startsAt: Date; readonly endsAt: Date };

const LONGEST_VISIT_MS = 10 * 3_600_000;
/** A visit that came about on the day may be noted until this long after its beginning. */
const NOTED_AFTERWARDS_MS = 24 * 3_600_000;
/** People arrive early: from this long before it begins, a visit counts as begun. */
const EARLY_MS = 3_600_000;

/** Whether two visits share any moment; one may begin when the other ends. */
export function overlap(a: VisitTimes, b: VisitTimes): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/**
 * Whether a visit may be put at these times: ahead, or begun at most a day ago; in order, within a working day, on or before the last day
 * (`2026-10-30`, null if none is set) of the case's evidence, and not while the participant has another visit.
 */
export function decideVisitTimes(
  times: VisitTimes,
  circumstances: {
    readonly timeZone: string;
    readonly evidenceDueOn: string | null;
    readonly participantVisits: readonly VisitTimes[];
  },
  now: Date,
): Decision {
  if (times.endsAt <= times.startsAt) return refuse("visit.endsBeforeStart", undefined, "to");
  if (times.startsAt.getTime() <= now.getTime() - NOTED_AFTERWARDS_MS) {
    return refuse("visit.inThePast", undefined, "day");
  }
  if (times.endsAt.getTime() - times.startsAt.getTime() > LONGEST_VISIT_MS) {
    return refuse("visit.tooLong", { hours: LONGEST_VISIT_MS / 3_600_000 }, "to");
  }
  const day = dayOf(times.startsAt, circumstances.timeZone);
  if (circumstances.evidenceDueOn !== null && day > circumstances.evidenceDueOn) {
    return refuse("visit.afterDeadline", undefined, "day");
  }
  if (circumstances.participantVisits.some((other) => overlap(times, other))) {
    return refuse("visit.participantBusy", undefined, "from");
  }
  return allowed;
}

/** Whether a visit has begun: only then can it be done or missed, or be what an observation tells of. */
export function decideVisitBegun(visit: VisitTimes, now: Date): Decision {
  return visit.startsAt.getTime() - EARLY_MS <= now.getTime() ? allowed : refuse("visit.notBegun");
}
