import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { formatTimeRange, formatWeekdayDate } from "@/lib/i18n/format";
import type { ParticipantClash } from "@/lib/sessions/facts/load-clashes";

/** Participants who have to be elsewhere at the same time: a warning, since they choose themselves. */
export function Clashes({ clashes }: { clashes: readonly ParticipantClash[] }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  if (clashes.length === 0) return null;
  return (
    <details>
      <summary className="inline-flex min-h-9 items-center gap-2 font-medium text-warning">
        <Icon name="alert" />
        {t("clash.count", { count: clashes.length })}
      </summary>
      <ul className="grid gap-1 ps-6 text-sm">
        {clashes.map(({ person, startsAt, endsAt, timeZone, theme, cohort }) => (
          <li key={`${person} ${startsAt.toISOString()}`}>
            {t("clash.one", {
              person,
              when: `${formatWeekdayDate(startsAt, locale, timeZone)}, ${formatTimeRange(startsAt, endsAt, locale, timeZone)}`,
              what: theme ? t("clash.own", { theme, cohort }) : t("clash.elsewhere"),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
