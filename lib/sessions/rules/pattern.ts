import { allow, type Decision, refuse } from "@/lib/core/decision";

/** A row of sessions: the first day, how many weeks lie between two, the weeks left out. */
export type Pattern = {
  /** `YYYY-MM-DD`. */
  readonly firstDay: string;
  /** 1 for every week, 2 for every other. */
  readonly everyWeeks: number;
  /** ISO 8601 week numbers in which none takes place. */
  readonly skipWeeks: readonly number[];
  readonly count: number;
  /** Days left out for another reason, a holiday; none where it is not given. */
  readonly isOff?: (day: string) => boolean;
};

const WEEK_MS = 7 * 86_400_000;
/** A pattern that leaves out nearly everything ends here. */
const MOST_STEPS = 400;

/** ISO 8601 week number of a day `YYYY-MM-DD`: week 1 holds the year's first Thursday. */
export function isoWeek(day: string): number {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7) + 3);
  const firstDay = Date.UTC(date.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((date.getTime() - firstDay) / WEEK_MS);
}

/**
 * The days of the pattern, `count` of them. A week or day left out moves the session to the next week of the pattern, it does not
 * take one away. Refused where that leads more than `count` years ahead.
 */
export function patternDays(pattern: Pattern): Decision<string[]> {
  const days: string[] = [];
  const first = Date.parse(`${pattern.firstDay}T00:00:00Z`);
  for (let step = 0; days.length < pattern.count; step++) {
    if (step > MOST_STEPS) return refuse("session.patternEmpty", undefined, "skipWeeks");
    const day = new Date(first + step * pattern.everyWeeks * WEEK_MS).toISOString().slice(0, 10);
    if (!pattern.skipWeeks.includes(isoWeek(day)) && !pattern.isOff?.(day)) days.push(day);
  }
  return allow(days);
}

/** Week numbers out of what somebody typed, `42, 7 og 52`; null where a number is no week. */
export function parseWeeks(text: string): number[] | null {
  const weeks = (text.match(/\d+/g) ?? []).map(Number);
  return weeks.every((week) => week >= 1 && week <= 53) ? [...new Set(weeks)] : null;
}
