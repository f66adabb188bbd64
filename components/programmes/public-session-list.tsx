import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { StatusTag } from "@/components/ui/status-tag";
import { TimeRange } from "@/components/ui/time-range";
import type { PublicSession } from "@/lib/cohorts/queries/get-public-cohort";
import { DOT, formatWeek, formatWeekdayDate, isoDay } from "@/lib/i18n/format";

/** A cohort's sessions in order of time, with their week numbers. */
export function PublicSessionList({
  sessions,
  timeZone,
}: {
  sessions: readonly PublicSession[];
  timeZone: string;
}) {
  const t = useTranslations("programmes");
  const formats = useTranslations("cohorts");
  const locale = useLocale();
  return (
    <ol className="divide-y divide-line border-y border-line">
      {sessions.map((session) => (
        <li key={session.id} className="grid gap-x-6 gap-y-1 py-3.5 sm:grid-cols-[4.5rem_minmax(0,1fr)]">
          <span className="text-sm text-muted sm:pt-0.5">
            {t("page.week", { week: formatWeek(session.startsAt, timeZone) })}
          </span>
          <div className="grid gap-0.5">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span
                className={
                  session.state === "cancelled" ? "font-medium text-muted line-through" : "font-medium"
                }
              >
                {session.theme}
              </span>
              {session.state === "cancelled" ? (
                <StatusTag tone="danger" icon="ban">
                  {t("page.cancelled")}
                </StatusTag>
              ) : null}
            </p>
            <p className="text-sm text-muted">
              <time dateTime={isoDay(session.startsAt, timeZone)}>
                {formatWeekdayDate(session.startsAt, locale, timeZone)}
              </time>
              {", "}
              <TimeRange from={session.startsAt} to={session.endsAt} timeZone={timeZone} />
              {DOT}
              {formats(`format.${session.format}`)}
            </p>
            {session.where || session.isOnline ? (
              <p className="flex items-start gap-1.5 text-sm text-muted">
                <Icon name={session.isOnline ? "globe" : "pin"} className="mt-0.5" />
                {session.isOnline ? t("page.online") : session.where}
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
