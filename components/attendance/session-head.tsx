import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { TimeRange } from "@/components/ui/time-range";
import type { RollCall } from "@/lib/attendance/queries/get-roll-call";
import { formatWeek, formatWeekdayDate } from "@/lib/i18n/format";

/** The head of a session's page: theme, when, where. */
export function SessionHead({ roll }: { roll: RollCall }) {
  const t = useTranslations("facilitate.session");
  const words = useTranslations("ui.date");
  const locale = useLocale();
  const { startsAt, endsAt, timeZone } = roll;
  const date = formatWeekdayDate(startsAt, locale, timeZone);
  return (
    <PageHeader
      crumbs={[{ label: roll.cohort, href: `/facilitate/cohorts/${roll.cohortId}` }]}
      kicker={t("number", { number: roll.position })}
      title={roll.theme}
      meta={
        <>
          <time dateTime={startsAt.toISOString()}>
            {words("inWords", { date, week: formatWeek(startsAt, timeZone) })},{" "}
            <TimeRange from={startsAt} to={endsAt} timeZone={timeZone} />
          </time>
          {roll.place ? (
            <span className="flex items-start gap-1.5">
              <Icon name="pin" className="mt-[0.2em] text-muted" />
              {roll.place}
            </span>
          ) : null}
          {roll.link ? (
            <a href={roll.link} rel="noreferrer">
              {t("link")}
            </a>
          ) : null}
        </>
      }
    />
  );
}
