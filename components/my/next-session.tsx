import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import type { MyAttendance, MySession } from "@/lib/attendance/queries/list-my-attendance";
import { formatTimeRange, formatWeek, formatWeekdayDate } from "@/lib/i18n/format";

export type NextSessionFacts = {
  readonly session: MySession;
  readonly cohort: string;
  readonly language: string;
};

/** The first session to come that the person is expected or welcome at; null where none is planned. */
export function nextSessionOf(participations: readonly MyAttendance[], now: Date): NextSessionFacts | null {
  const ahead = participations
    .filter(({ state }) => state === "reserved" || state === "active" || state === "paused")
    .flatMap(({ sessions, cohort, language }) => sessions.map((session) => ({ session, cohort, language })))
    .filter(
      ({ session }) =>
        session.endsAt > now && session.state !== "cancelled" && session.obligation !== "not_expected",
    )
    .sort((a, b) => a.session.startsAt.getTime() - b.session.startsAt.getTime());
  return ahead[0] ?? null;
}

/** When and where one meets next. */
export function NextSession({ next }: { next: NextSessionFacts | null }) {
  const t = useTranslations("my.next");
  const locale = useLocale();
  if (!next) return <Card>{t("none")}</Card>;
  const { session, cohort, language } = next;
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <p className="text-sm text-muted">{cohort}</p>
        <h3 lang={language} className="text-xl">
          {session.theme}
        </h3>
      </div>
      <ul className="grid gap-2">
        <li className="flex gap-2.5">
          <Icon name="calendar" className="mt-0.5 text-muted" />
          <span>
            <time dateTime={session.startsAt.toISOString()} className="font-medium first-letter:uppercase">
              {formatWeekdayDate(session.startsAt, locale, session.timeZone)}
            </time>
            <span className="block text-muted">
              {t("time", {
                time: formatTimeRange(session.startsAt, session.endsAt, locale, session.timeZone),
                week: formatWeek(session.startsAt, session.timeZone),
              })}
            </span>
          </span>
        </li>
        {session.where ? (
          <li className="flex gap-2.5">
            <Icon name="pin" className="mt-0.5 text-muted" />
            <span>{session.where}</span>
          </li>
        ) : null}
      </ul>
      {session.state === "planned" || session.obligation === "optional" || session.contentOpen ? (
        <p className="flex flex-wrap gap-2">
          {session.state === "planned" ? <StatusTag>{t("notConfirmed")}</StatusTag> : null}
          {session.obligation === "optional" ? <StatusTag>{t("optional")}</StatusTag> : null}
          {session.contentOpen ? <StatusTag tone="info">{t("contentOpen")}</StatusTag> : null}
        </p>
      ) : null}
      {session.link ? (
        <p>
          <LinkButton href={session.link} icon="external" native>
            {t("join")}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  );
}
