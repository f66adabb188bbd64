import { tzOffset } from "@date-fns/tz";
import { instantOf } from "../../core/dates.ts";

/** An instant as xsd:dateTimeStamp in UTC, to the second: `2026-05-13T07:00:00Z`. */
export function timestamp(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/** The beginning of a calendar day in a zone, with its offset, so that the day can be read off: `2026-05-13T00:00:00+02:00`. */
export function startOfDay(day: string, zone: string): string {
  const start = instantOf(`${day}T00:00`, zone);
  if (!start.ok) throw new Error(`${day} does not begin in ${zone}`);
  const minutes = tzOffset(zone, start.value);
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${day}T00:00:00${minutes < 0 ? "-" : "+"}${two(hours)}:${two(rest)}`;
}
