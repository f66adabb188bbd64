import { formatTimeRange } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";

const at = (time: string) => new Date(`2000-01-01T${time}:00Z`);

/** Two times by the clock as a span, as the language writes times: `09.00–16.00` in Danish, `09:00–16:00` in Swedish. */
export function wallSpan(from: string, to: string, locale: Locale): string {
  return formatTimeRange(at(from), at(to), locale, "UTC");
}
