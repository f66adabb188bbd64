import { addMonths } from "date-fns";

/** How many months before its end a holder is told, the last warning first. */
export const WARNING_MONTHS = [1, 3, 6] as const;

/**
 * Which warning is due at `now`: the latest one whose time has come, unless it or a later one was sent; null where none is.
 * Whoever was not told in time (the job was down) is told once, with the right number, and not three times at once.
 */
export function warningDue(validUntil: Date, now: Date, sent: readonly number[]): 1 | 3 | 6 | null {
  if (validUntil <= now) return null;
  const due = WARNING_MONTHS.find((months) => addMonths(validUntil, -months) <= now);
  return due === undefined || sent.some((months) => months <= due) ? null : due;
}
