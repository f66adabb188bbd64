import { TZDate } from "@date-fns/tz";
import { instantOf } from "../../lib/core/dates.ts";
import { sha256 } from "../../lib/core/hash.ts";
import type { Transaction } from "../../lib/db/client.ts";

const DAY_MS = 86_400_000;
export const COPENHAGEN = "Europe/Copenhagen";
export const STOCKHOLM = "Europe/Stockholm";

/**
 * What every part of the demo is given: the transaction it is written in, the moment that its dates are relative to, and the folder that
 * the installation keeps files in (null: none).
 */
export type Seed = { readonly db: Transaction; readonly now: Date; readonly filesFolder: string | null };

/** The id of the demo's `name`, the same at every load: a UUID of version 8 (RFC 9562) made from the name's hash. */
export function idOf(name: string): string {
  const digits = sha256(`praksis demo: ${name}`);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join("-");
}

/** A calendar day in Denmark: a fixed one (`2019-05-13`), or `days` from now. */
export function day(seed: Seed, days: number | string): string {
  if (typeof days === "string") return days;
  const there = new TZDate(seed.now.getTime(), COPENHAGEN);
  const noon = Date.UTC(there.getFullYear(), there.getMonth(), there.getDate(), 12);
  return new Date(noon + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Like `day`, moved forward to a Monday where it falls on a weekend. What is to come is not planned between Christmas and
 * New Year either.
 */
export function workday(seed: Seed, days: number | string): string {
  const noon = new Date(`${day(seed, days)}T12:00:00Z`);
  while (Number(days) > 0 && isHoliday(noon)) noon.setUTCDate(noon.getUTCDate() + 1);
  const weekday = noon.getUTCDay();
  const ahead = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return new Date(noon.getTime() + ahead * DAY_MS).toISOString().slice(0, 10);
}

/** From 23 December until 2 January. */
function isHoliday(date: Date): boolean {
  const monthDay = date.toISOString().slice(5, 10);
  return monthDay >= "12-23" || monthDay <= "01-02";
}

/** The instant at which clocks in `zone` show `time` on that day. */
export function at(seed: Seed, days: number | string, time = "10:00", zone = COPENHAGEN): Date {
  const instant = instantOf(`${day(seed, days)}T${time}`, zone);
  if (!instant.ok) throw new Error(`${day(seed, days)} ${time} does not exist in ${zone}`);
  return instant.value;
}

/** Like `at`, in the past for certain: what is to have happened today happened an hour ago at the latest. */
export function past(seed: Seed, days: number | string, time = "10:00"): Date {
  return new Date(Math.min(at(seed, days, time).getTime(), seed.now.getTime() - 3_600_000));
}

/** The value of a `date` column. */
export function dateOf(calendarDay: string): Date {
  return new Date(`${calendarDay}T00:00:00.000Z`);
}

/** The entry of `map` under `key`. Throws where the demo names something that it did not make. */
export function need<V>(map: ReadonlyMap<string, V>, key: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demo data names ${key}, which is not made`);
  return value;
}
