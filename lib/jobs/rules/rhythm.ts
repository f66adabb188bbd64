/** How often something is done, as people say it. Hours and minutes are those of the clock. */
export type Rhythm =
  | { readonly kind: "minutes"; readonly every: number }
  | { readonly kind: "hourly"; readonly minute: number }
  | { readonly kind: "daily"; readonly hour: number; readonly minute: number };

const whole = /^\d{1,2}$/;

/**
 * The rhythm that a cron line of five fields keeps; null for one that has no such word (days of the week, lists, ranges): no job
 * of ours has one, and a test says so.
 */
export function rhythmOf(cron: string): Rhythm | null {
  const [minute = "", hour = "", ...days] = cron.split(" ");
  if (days.join(" ") !== "* * *") return null;
  if (hour === "*") {
    if (minute === "*") return { kind: "minutes", every: 1 };
    const every = /^\*\/(\d{1,2})$/.exec(minute)?.[1];
    if (every) return { kind: "minutes", every: Number(every) };
    return whole.test(minute) ? { kind: "hourly", minute: Number(minute) } : null;
  }
  if (!whole.test(minute) || !whole.test(hour)) return null;
  return { kind: "daily", hour: Number(hour), minute: Number(minute) };
}
