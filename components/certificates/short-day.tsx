import { useLocale } from "next-intl";
import { formatShortDate } from "@/lib/i18n/format";

/** A day where there is little room, in one piece: a Swedish one (2026-11-22) would otherwise break at its hyphens. */
export function ShortDay({ of }: { of: Date }) {
  return (
    <time dateTime={of.toISOString()} className="whitespace-nowrap">
      {formatShortDate(of, useLocale())}
    </time>
  );
}
