import { TZDate, tzOffset } from "@date-fns/tz";
import { CIVIL_ZONE } from "./civil-zone.ts";
import { allow, type Decision, refuse } from "./decision.ts";

/** A wall time as people write it, without a zone: `2026-05-13T09:00`. */
export type WallTime = string;

const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::00)?$/;

/**
 * The instant at which clocks in `zone` (IANA) show `wallTime`. Where a clock change shows it twice, the first of the two;
 * where it leaves it out, refused as `time.leftOut`; where it is no time at all, as `time.malformed`.
 */
export function instantOf(wallTime: WallTime, zone: string): Decision<Date> {
  const parts = WALL_TIME.exec(wallTime)?.slice(1).map(Number);
  if (!parts) return refuse("time.malformed");
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  if (new Date(asUtc).toISOString().slice(0, 16) !== wallTime.slice(0, 16)) return refuse("time.malformed");
  // A zone's offset changes by less than a day, so the two candidates are those before and after a change.
  const offsets = [
    tzOffset(zone, new Date(asUtc - 86_400_000)),
    tzOffset(zone, new Date(asUtc + 86_400_000)),
  ];
  if (offsets.some(Number.isNaN)) return refuse("time.unknownZone", { zone });
  const candidates = offsets.map((offset) => new Date(asUtc - offset * 60_000)).sort((a, b) => +a - +b);
  const match = candidates.find((candidate) => wallTimeOf(candidate, zone) === wallTime.slice(0, 16));
  return match ? allow(match) : refuse("time.leftOut", { time: wallTime.slice(11, 16), zone });
}

/** What clocks in `zone` (IANA) show at `instant`: `2026-05-13T09:00`. */
export function wallTimeOf(instant: Date, zone: string): WallTime {
  const there = new TZDate(instant, zone);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${there.getFullYear()}-${two(there.getMonth() + 1)}-${two(there.getDate())}T${two(there.getHours())}:${two(there.getMinutes())}`;
}

/** The calendar day in `zone` at `instant`: `2026-05-13`. */
export function dayOf(instant: Date, zone: string): string {
  return wallTimeOf(instant, zone).slice(0, 10);
}

/** The calendar day at `instant` by the clock that counts where no cohort has one of its own (civil-zone.ts): `2026-05-13`. */
export function civilDay(instant: Date): string {
  return dayOf(instant, CIVIL_ZONE);
}

/** The first instant of a calendar day (`2026-05-13`) in `zone`. */
export function startOfDay(day: string, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date, 0, 0, 0, zone).getTime());
}

/** The last instant of a calendar day (`2026-05-13`) in `zone`: 23:59:59.999 there, as deadlines are meant. */
export function endOfDay(day: string, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date + 1, 0, 0, 0, zone).getTime() - 1);
}

/** A `date` column's value (`2026-05-13`, midnight UTC) as a Date, as Prisma wants it. */
export function dateColumn(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
