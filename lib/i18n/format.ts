/**
 * Dates, times, numbers and money as people in Denmark, Sweden and Britain write them. Pure: language and IANA zone are
 * passed in. Conventions (design/interface.md): `13. maj 2019`, 24-hour clock, Monday first, ISO 8601 week numbers.
 */
import { CIVIL_ZONE } from "../core/civil-zone.ts";
import { type Locale, languageTags } from "./locales.ts";

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

// Making an Intl formatter costs far more than using it; a page with a long table uses one hundreds of times.
function dateFormat(
  locale: Locale,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${JSON.stringify(options)}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(languageTags[locale], { ...options, timeZone });
  dateFormats.set(key, made);
  return made;
}

const isoDays = new Map<string, Intl.DateTimeFormat>();

function isoDayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = isoDays.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  isoDays.set(timeZone, made);
  return made;
}

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(languageTags[locale], options);
  numberFormats.set(key, made);
  return made;
}

const listFormats = new Map<Locale, Intl.ListFormat>();

/** `K5, K7 og K8` · `K5, K7 och K8` · `K5, K7 and K8`: what is counted up in a sentence. */
export function formatList(items: readonly string[], locale: Locale): string {
  const format = listFormats.get(locale) ?? new Intl.ListFormat(languageTags[locale]);
  listFormats.set(locale, format);
  return format.format(items);
}

/** A day's number and its month stay in one line: `2.` at the end of one and `november` on the next reads as the end of a sentence. */
const inOnePiece = (text: string) => text.replaceAll(/(\d\.?) (?=\p{L})/gu, "$1\u00a0");

/** Between facts side by side, `Odense · hold 2`: it stays with what stands before, a line never begins with a dot. */
export const DOT = "\u00a0· ";

/** `13. maj 2019` · `13 maj 2019` · `13 May 2019`: the calendar day of an instant in a zone. */
export function formatDate(instant: Date, locale: Locale, timeZone = CIVIL_ZONE): string {
  const format = dateFormat(locale, timeZone, { day: "numeric", month: "long", year: "numeric" });
  return inOnePiece(format.format(instant));
}

/** `13. maj`: a day whose year is plain from the context. */
export function formatDayMonth(instant: Date, locale: Locale, timeZone = CIVIL_ZONE): string {
  return inOnePiece(dateFormat(locale, timeZone, { day: "numeric", month: "long" }).format(instant));
}

/** `13. maj`, `28. sep.`: where there is little room, as below a chart. */
export function formatDayShortMonth(instant: Date, locale: Locale, timeZone = CIVIL_ZONE): string {
  return inOnePiece(dateFormat(locale, timeZone, { day: "numeric", month: "short" }).format(instant));
}

/** `man. 13.5.`-like short form for narrow tables: `13.5.2019` · `2019-05-13` · `13/05/2019`. */
export function formatShortDate(instant: Date, locale: Locale, timeZone = CIVIL_ZONE): string {
  return dateFormat(locale, timeZone, { day: "numeric", month: "numeric", year: "numeric" }).format(instant);
}

/** `mandag den 13. maj 2019` · `måndag 13 maj 2019` · `Monday 13 May 2019`. */
export function formatWeekdayDate(instant: Date, locale: Locale, timeZone = CIVIL_ZONE): string {
  const format = dateFormat(locale, timeZone, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return inOnePiece(format.format(instant));
}

/** `14.32` · `14:32`: the wall clock of an instant in a zone, always 24 hours. */
export function formatTime(instant: Date, locale: Locale, timeZone = CIVIL_ZONE): string {
  return dateFormat(locale, timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    instant,
  );
}

/** `13. maj 2019 kl. 14.32` · `13 maj 2019 kl. 14:32` · `13 May 2019 at 14:32`. */
export function formatDateTime(instant: Date, locale: Locale, timeZone = CIVIL_ZONE): string {
  return joinTime(formatDate(instant, locale, timeZone), formatTime(instant, locale, timeZone), locale);
}

/** A day and a time in words: `13. maj 2019 kl. 14.32`; `kl.` and `at` stay with the time that follows. */
export function joinTime(day: string, time: string, locale: Locale): string {
  return `${day}${locale === "en" ? " at" : " kl."}\u00a0${time}`;
}

/** `kl. 9.00–16.00` without the prefix: `09.00–16.00`; with both dates when the two instants are on different days. */
export function formatTimeRange(from: Date, to: Date, locale: Locale, timeZone = CIVIL_ZONE): string {
  const sameDay = isoDay(from, timeZone) === isoDay(to, timeZone);
  if (!sameDay) return `${formatDateTime(from, locale, timeZone)} – ${formatDateTime(to, locale, timeZone)}`;
  return `${formatTime(from, locale, timeZone)}–${formatTime(to, locale, timeZone)}`;
}

/** `13.–15. maj 2019`, `28. maj – 2. juni 2019`: a span of days, as short as the language allows. */
export function formatDateRange(from: Date, to: Date, locale: Locale, timeZone = CIVIL_ZONE): string {
  const format = dateFormat(locale, timeZone, { day: "numeric", month: "long", year: "numeric" });
  // A dash between two phrases has spaces around it, one between two figures has none. A line ends after the dash, if anywhere.
  const whole = format.formatRange(from, to).replaceAll(/\s/gu, "\u00a0");
  return whole.replace(/(\p{L}[^–]*?)\s*–\s*/u, "$1\u00a0– ");
}

/** `maj 2019`, with a capital letter where a heading begins with it. */
export function formatMonth(instant: Date, locale: Locale, timeZone = CIVIL_ZONE): string {
  return dateFormat(locale, timeZone, { month: "long", year: "numeric" }).format(instant);
}

/** The calendar day of an instant in a zone as `YYYY-MM-DD`, for `<time dateTime>` and for comparing days. */
export function isoDay(instant: Date, timeZone = CIVIL_ZONE): string {
  return isoDayFormat(timeZone).format(instant);
}

/** ISO 8601 week number (1–53) of the day `YYYY-MM-DD`: week 1 holds the year's first Thursday; NaN for no date. */
export function weekOfDay(day: string): number {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = (date.getUTCDay() + 6) % 7;
  date.setUTCDate(date.getUTCDate() - weekday + 3);
  const firstThursday = Date.UTC(date.getUTCFullYear(), 0, 4);
  const offset = (new Date(firstThursday).getUTCDay() + 6) % 7;
  return 1 + Math.round((date.getTime() - firstThursday + (offset - 3) * 86_400_000) / 604_800_000);
}

/** ISO 8601 week number of an instant in a zone. */
export function formatWeek(instant: Date, timeZone = CIVIL_ZONE): number {
  return weekOfDay(isoDay(instant, timeZone));
}

/** `1.234,5` · `1 234,5` · `1,234.5`. */
export function formatNumber(value: number, locale: Locale, maximumFractionDigits = 1): string {
  return numberFormat(locale, { maximumFractionDigits }).format(value);
}

/** A share between 0 and 1 as a whole percentage: `63 %` · `63%`. */
export function formatPercent(share: number, locale: Locale): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/**
 * An amount in minor units (øre, cent) with its ISO 4217 code: 46800000 SEK → `468.000 SEK` in Danish. The code is shown,
 * not the sign, because a kroner sign does not tell Danish from Swedish kroner. Decimals only where there are any.
 */
export function formatMoney(minorUnits: number | bigint, currency: string, locale: Locale): string {
  const digits =
    numberFormat(locale, { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const amount = Number(minorUnits) / 10 ** digits;
  const whole = Number.isInteger(amount);
  return numberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "code",
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(amount);
}
