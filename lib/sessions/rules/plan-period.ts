/** How the plan is looked at. */
export const planViews = ["week", "month", "timeline", "list"] as const;
export type PlanView = (typeof planViews)[number];

const DAY_MS = 86_400_000;
/** How many weeks the timeline shows. */
const TIMELINE_WEEKS = 26;
const LIST_DAYS = 366;

/** The day `days` after `day` (`YYYY-MM-DD`). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** The first of the month `months` after a day's. */
function monthAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** What a view shows around a day: its days, and a day of the view before it and of the one after. */
export type PlanPeriod = {
  readonly firstDay: string;
  /** Shown as well. */
  readonly lastDay: string;
  readonly days: readonly string[];
  readonly previous: string;
  readonly next: string;
};

function period(firstDay: string, count: number, previous: string, next: string): PlanPeriod {
  const days = Array.from({ length: count }, (_, index) => addDays(firstDay, index));
  return { firstDay, lastDay: days.at(-1) ?? firstDay, days, previous, next };
}

/** The period of a view around `day`: whole weeks, Monday first. A month shows the weeks that it touches. */
export function planPeriod(view: PlanView, day: string): PlanPeriod {
  const monday = mondayOf(day);
  switch (view) {
    case "week":
      return period(monday, 7, addDays(monday, -7), addDays(monday, 7));
    case "month": {
      const first = mondayOf(monthAfter(day, 0));
      const after = monthAfter(day, 1);
      const end = addDays(mondayOf(addDays(after, -1)), 7);
      const count = (Date.parse(end) - Date.parse(first)) / DAY_MS;
      return period(first, count, monthAfter(day, -1), after);
    }
    case "timeline": {
      const half = (TIMELINE_WEEKS / 2) * 7;
      return period(monday, TIMELINE_WEEKS * 7, addDays(monday, -half), addDays(monday, half));
    }
    case "list":
      return period(day, LIST_DAYS, addDays(day, -28), addDays(day, 28));
  }
}
