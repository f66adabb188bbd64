import { randomBytes } from "node:crypto";

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

/** `prefix` with eight random characters: unique among the rows of any test, whoever shares its database. */
export function unique(prefix: string): string {
  return `${prefix}-${randomBytes(4).toString("hex")}`;
}

/** `now` moved by `days`, at whole minutes as wall times are. */
export function inDays(days: number, now: Date = new Date()): Date {
  return new Date(Math.floor((now.getTime() + days * DAY_MS) / 60_000) * 60_000);
}

/** The value of a `date` column, `days` from `now`. */
export function dayInDays(days: number, now: Date = new Date()): Date {
  return new Date(`${inDays(days, now).toISOString().slice(0, 10)}T00:00:00.000Z`);
}

/** Takes one step after the other along `path`, as the legal moves of a state machine ask for. */
export async function walk<State>(
  path: readonly State[],
  step: (to: State) => Promise<unknown>,
): Promise<void> {
  for (const to of path) await step(to);
}
