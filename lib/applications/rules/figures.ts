/** What happened in a week, named by its Monday (`2026-05-11`): applications handed in, and seats taken less those given back. */
export type Week = { readonly week: string; readonly applied: number; readonly seated: number };

/** A week with everything that was there at its end. */
export type WeekSoFar = { readonly week: string; readonly applied: number; readonly seated: number };

const WEEK_MS = 7 * 86_400_000;
/** More columns cannot be told apart: of a longer time the last weeks are shown, with what went before counted in. */
const MOST_WEEKS = 16;

/**
 * The weeks from the first to the last in which something happened, each with the sums up to its end; weeks without a change are there
 * too, so that time runs evenly. `changes` are in order.
 */
export function weeksOf(changes: readonly Week[]): WeekSoFar[] {
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last) return [];
  const byWeek = new Map(changes.map((change) => [change.week, change]));
  const weeks: WeekSoFar[] = [];
  let applied = 0;
  let seated = 0;
  for (let at = Date.parse(first.week); at <= Date.parse(last.week); at += WEEK_MS) {
    const week = new Date(at).toISOString().slice(0, 10);
    const change = byWeek.get(week);
    applied += change?.applied ?? 0;
    seated += change?.seated ?? 0;
    weeks.push({ week, applied, seated });
  }
  return weeks.slice(-MOST_WEEKS);
}

/** `part` of `whole` as whole per cent; null where there is nothing to take part of. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((100 * part) / whole);
}
