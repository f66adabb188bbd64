import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { TimeRange } from "@/components/ui/time-range";
import { DOT, formatTime, formatWeek, formatWeekdayDate, isoDay } from "@/lib/i18n/format";
import type { PlanSession } from "@/lib/sessions/facts/load-plan";

/** What staff should look after on a session, in words. */
function Concerns({ session }: { session: Pick<PlanSession, "concerns"> }) {
  const t = useTranslations("cohorts");
  if (session.concerns.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {session.concerns.map((concern) => (
        <li key={concern} className="inline-flex items-center gap-1.5 text-sm font-medium text-warning">
          <Icon name="alert" />
          {t(`concern.${concern}`)}
        </li>
      ))}
    </ul>
  );
}

/** A session of the plan in one row. */
export function PlanRow({ session }: { session: PlanSession }) {
  const t = useTranslations("cohorts");
  const locale = useLocale();
  const { startsAt, endsAt, timeZone } = session;
  return (
    <li className="grid gap-x-6 gap-y-1 py-3.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <p className="text-sm text-muted">
        <time dateTime={startsAt.toISOString()}>{formatWeekdayDate(startsAt, locale, timeZone)}</time>
        <span className="block">
          {isoDay(startsAt, timeZone) === isoDay(endsAt, timeZone) ? (
            <TimeRange from={startsAt} to={endsAt} timeZone={timeZone} />
          ) : (
            formatTime(startsAt, locale, timeZone)
          )}
        </span>
      </p>
      <div className="grid gap-0.5">
        <Link href={`/staff/cohorts/${session.cohortId}/sessions/${session.id}`} className="font-medium">
          {session.theme}
        </Link>
        <p className="text-sm text-muted">
          {[
            session.cohort,
            session.where || (session.link ? t("sessions.online") : ""),
            session.facilitators.map((each) => each.name).join(", "),
          ]
            .filter(Boolean)
            .join(DOT)}
        </p>
        <Concerns session={session} />
      </div>
    </li>
  );
}

/** The sessions to come over all cohorts, by week. */
export function PlanList({ sessions }: { sessions: readonly PlanSession[] }) {
  const t = useTranslations("cohorts");
  if (sessions.length === 0)
    return (
      <EmptyState icon="calendar" title={t("plan.none")}>
        {t("plan.noneLead")}
      </EmptyState>
    );
  const weeks = Map.groupBy(sessions, (session) => {
    const year = isoDay(session.startsAt, session.timeZone).slice(0, 4);
    return `${year}/${formatWeek(session.startsAt, session.timeZone)}`;
  });
  return [...weeks].map(([week, ofWeek]) => (
    <Section key={week} title={t("sessions.weekNumber", { week: week.split("/")[1] ?? "" })}>
      <ul className="divide-y divide-line border-y border-line">
        {ofWeek.map((session) => (
          <PlanRow key={session.id} session={session} />
        ))}
      </ul>
    </Section>
  ));
}
