import { useLocale } from "next-intl";
import { formatTimeRange, isoDay } from "@/lib/i18n/format";

/** From when to when by the clock of a place, `09.00–16.00`, in one piece: a line may not end after the dash. */
export function TimeRange({ from, to, timeZone }: { from: Date; to: Date; timeZone: string }) {
  const locale = useLocale();
  const oneDay = isoDay(from, timeZone) === isoDay(to, timeZone);
  return (
    <span className={oneDay ? "whitespace-nowrap" : undefined}>
      {formatTimeRange(from, to, locale, timeZone)}
    </span>
  );
}
