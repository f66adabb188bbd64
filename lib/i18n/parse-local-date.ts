/**
 * What people type for a day or a time of day, read the Nordic way. Pure; used by the date and time fields, and by
 * schemas that must accept a form sent before scripts had loaded.
 */

function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/**
 * `13.5.2019`, `13. 5. 2019`, `13/5-2019`, `13-05-2019`, `13 5 19`, `13052019` or `2019-05-13` → `2019-05-13`. Two-digit years are 20xx.
 * Null when it is no such thing, or no day of the calendar (31.2.).
 */
export function parseLocalDate(text: string): string | null {
  const trimmed = text.trim();
  const big = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (big) return iso(Number(big[1]), Number(big[2]), Number(big[3]));
  const small =
    /^(\d{1,2})[.\-/ ]+(\d{1,2})[.\-/ ]+(\d{4}|\d{2})$/.exec(trimmed) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  if (!small) return null;
  const year = Number(small[3]);
  return iso(year < 100 ? 2000 + year : year, Number(small[2]), Number(small[1]));
}

/** `9`, `9.30`, `09:30`, `0930` or `kl. 9.30` → `09:30` on a 24-hour clock; null when it is no time of day. */
export function parseLocalTime(text: string): string | null {
  const found = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim().toLowerCase());
  if (!found) return null;
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? "0");
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** `2019-05-13` → `13.05.2019` (da), `2019-05-13` (sv), `13/05/2019` (en): as the date field shows it. Other text stays as it is. */
export function formatLocalDate(day: string, locale: "da" | "sv" | "en"): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year || !month || !date || locale === "sv") return day;
  return locale === "da" ? `${date}.${month}.${year}` : `${date}/${month}/${year}`;
}
