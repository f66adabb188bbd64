import { formatDate, formatDateRange, formatMonth } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";

/** Noon, so that a calendar day stays the same day however it is shown. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** A calendar day `2026-05-13` in words. */
export function dayText(day: string, locale: Locale): string {
  return formatDate(noon(day), locale, "UTC");
}

/** Two calendar days as a span. */
export function daySpanText(from: string, to: string, locale: Locale): string {
  return from === to ? dayText(from, locale) : formatDateRange(noon(from), noon(to), locale, "UTC");
}

/** A month `2026-05` in words, with a capital letter: it stands alone. */
export function monthText(month: string, locale: Locale): string {
  const text = formatMonth(noon(`${month}-01`), locale, "UTC");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
