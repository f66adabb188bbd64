import { instantOf, wallTimeOf } from "@/lib/core/dates";
import { allow, type Decision, refuse } from "@/lib/core/decision";

/** A period as it is said: days `YYYY-MM-DD`, times `HH:MM`; an empty time means the whole of its day. */
export type SaidPeriod = {
  readonly fromDay: string;
  readonly fromTime: string;
  readonly toDay: string;
  readonly toTime: string;
};

const LONGEST_MS = 367 * 86_400_000;

const moved = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const dayAfter = (day: string) => moved(day, 1);
const dayBefore = (day: string) => moved(day, -1);

/**
 * The instants of a period said in `zone` (IANA): whole days unless times are given, the last day included. Refused where it ends
 * before it begins, is over at `now`, or is longer than a year.
 */
export function decidePeriod(
  said: SaidPeriod,
  zone: string,
  now: Date,
): Decision<{ readonly startsAt: Date; readonly endsAt: Date }> {
  const starts = instantOf(`${said.fromDay}T${said.fromTime || "00:00"}`, zone);
  if (!starts.ok) return { ok: false, refusal: { ...starts.refusal, field: "fromTime" } };
  const ends = instantOf(
    said.toTime ? `${said.toDay}T${said.toTime}` : `${dayAfter(said.toDay)}T00:00`,
    zone,
  );
  if (!ends.ok) return { ok: false, refusal: { ...ends.refusal, field: "toTime" } };
  if (ends.value <= starts.value) return refuse("unavailability.endsBeforeStart", undefined, "toDay");
  if (ends.value <= now) return refuse("unavailability.past", undefined, "toDay");
  if (ends.value.getTime() - starts.value.getTime() > LONGEST_MS)
    return refuse("unavailability.tooLong", undefined, "toDay");
  return allow({ startsAt: starts.value, endsAt: ends.value });
}

/** A period as it would be said again: what `decidePeriod` makes of it in the same zone is the same period. */
export function saidPeriod(startsAt: Date, endsAt: Date, zone: string): SaidPeriod {
  const [fromDay = "", fromTime = ""] = wallTimeOf(startsAt, zone).split("T");
  const [endDay = "", endTime = ""] = wallTimeOf(endsAt, zone).split("T");
  const wholeDays = fromTime === "00:00" && endTime === "00:00";
  if (!wholeDays) return { fromDay, fromTime, toDay: endDay, toTime: endTime };
  return { fromDay, fromTime: "", toDay: dayBefore(endDay), toTime: "" };
}
