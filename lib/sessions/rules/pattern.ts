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

const MOST_WEEKS = 53;
/** What people write around week numbers, in the three languages. */
const WORDS = /(?<!\p{L})(?:uge|uger|og|til|vecka|veckor|och|week|weeks|and|to|v)(?!\p{L})/giu;

/** The weeks from one to another, across a new year where the second is the smaller. */
function weeksFrom(first: number, last: number): number[] {
  const count = ((last - first + MOST_WEEKS) % MOST_WEEKS) + 1;
  return Array.from({ length: count }, (_, at) => ((first + at - 1) % MOST_WEEKS) + 1);
}

/**
 * Week numbers out of what somebody typed, `42, 7 og 50-52`; null where a number is no week, or where there is a word beside them: what
 * is not understood must not be passed over in silence.
 */
export function parseWeeks(text: string): number[] | null {
  if (/\p{L}/u.test(text.replace(WORDS, ""))) return null;
  const found = [...text.matchAll(/(\d+)(?:\s*(?:[-–]|til|to)\s*(\d+))?/gi)];
  const spans = found.map(([, first, last = first]) => [Number(first), Number(last)] as const);
  if (!spans.flat().every((week) => week >= 1 && week <= MOST_WEEKS)) return null;
  return [...new Set(spans.flatMap(([first, last]) => weeksFrom(first, last)))];
}
