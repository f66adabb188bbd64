import { addMonths } from "date-fns";
import type { RecertificationStage } from "./succession.ts";

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

/** What a warning says of recertification: how far it is, that it was asked for, that there is none here, or that one may ask. */
export function saidOfRecertification(
  stage: RecertificationStage,
  asked: boolean,
): "mayAsk" | "asked" | "underWay" | "closed" {
  if (stage === "underWay" || stage === "closed") return stage;
  return asked ? "asked" : "mayAsk";
}
