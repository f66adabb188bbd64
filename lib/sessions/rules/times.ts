import { instantOf, type WallTime } from "@/lib/core/dates";
import { allow, type Decision, refuse } from "@/lib/core/decision";

/** When a session is, as people agree on it. */
export type WallPeriod = {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM` on a 24-hour clock. */
  readonly from: string;
  readonly to: string;
};

/** The same as wall times and as instants. */
export type SessionTimes = {
  readonly startsLocal: WallTime;
  readonly endsLocal: WallTime;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

const LONGEST_MS = 14 * 3_600_000;

/**
 * The instants of a session's wall times in `zone` (IANA). Refused where a clock change leaves a time out (then at its field),
 * where it ends before it begins, or lasts more than 14 hours. Where a clock change repeats a time, the first is meant.
 */
export function decideTimes(period: WallPeriod, zone: string): Decision<SessionTimes> {
  const startsLocal = `${period.day}T${period.from}`;
  const endsLocal = `${period.day}T${period.to}`;
  const starts = instantOf(startsLocal, zone);
  if (!starts.ok) return { ok: false, refusal: { ...starts.refusal, field: "from" } };
  const ends = instantOf(endsLocal, zone);
  if (!ends.ok) return { ok: false, refusal: { ...ends.refusal, field: "to" } };
  const length = ends.value.getTime() - starts.value.getTime();
  if (length <= 0) return refuse("session.endsBeforeStart", undefined, "to");
  if (length > LONGEST_MS) return refuse("session.tooLong", undefined, "to");
  return allow({ startsLocal, endsLocal, startsAt: starts.value, endsAt: ends.value });
}

/** A wall time as the column without a zone wants it: the same digits, read as UTC. */
export function wallColumn(wall: WallTime): Date {
  return new Date(`${wall.slice(0, 16)}:00.000Z`);
}

/** The wall time in such a column: `2026-05-13T09:00`. */
export function wallTimeIn(column: Date): WallTime {
  return column.toISOString().slice(0, 16);
}
