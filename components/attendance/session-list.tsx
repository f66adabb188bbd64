import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { TimeRange } from "@/components/ui/time-range";
import type { FacilitatedSession } from "@/lib/attendance/queries/list-facilitated-sessions";
import { DOT, formatWeekdayDate } from "@/lib/i18n/format";

type SessionListProps = {
  sessions: readonly FacilitatedSession[];
  /** What the roll still lacks is said instead of who is expected. */
  unfinished?: boolean;
};

function Figures({ session, unfinished }: { session: FacilitatedSession; unfinished: boolean }) {
  const t = useTranslations("facilitate.session");
  if (unfinished) {
    return (
      <span className="flex flex-wrap gap-x-4">
        <span className="font-medium text-warning">{t("unnoted", { count: session.unnoted })}</span>
        <span className="text-muted">{t("present", { count: session.present })}</span>
      </span>
    );
  }
  return (
    <span className="flex flex-wrap gap-x-4">
      <span className="font-medium">{t("expected", { count: session.expected })}</span>
      {session.apologies > 0 ? (
        <span className="text-muted">{t("apologies", { count: session.apologies })}</span>
      ) : null}
    </span>
  );
}

/** Sessions as cards: what, when, where, how many come, and the way to the roll. */
export function SessionList({ sessions, unfinished = false }: SessionListProps) {
  const t = useTranslations("facilitate.session");
  const locale = useLocale();
  return (
    <ul className="grid gap-3">
      {sessions.map((session) => (
        <li key={session.id}>
          <Card className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <div className="min-w-0 grow basis-72">
              <p className="text-sm text-muted">
                {session.cohort}
                {DOT}
                {t("number", { number: session.position })}
              </p>
              <p className="text-lg font-semibold">
                <Link href={`/facilitate/sessions/${session.id}`}>{session.theme}</Link>
              </p>
              <p>
                <time dateTime={session.startsAt.toISOString()}>
                  {formatWeekdayDate(session.startsAt, locale, session.timeZone)},{" "}
                  <TimeRange from={session.startsAt} to={session.endsAt} timeZone={session.timeZone} />
                </time>
              </p>
              {session.place ? (
                <p className="flex items-start gap-1.5 text-sm text-muted">
                  <Icon name="pin" className="mt-[0.2em]" />
                  {session.place}
                </p>
              ) : null}
            </div>
            <div className="grid gap-2 sm:justify-items-end">
              <Figures session={session} unfinished={unfinished} />
              <LinkButton
                href={`/facilitate/sessions/${session.id}`}
                tone={unfinished ? "primary" : "secondary"}
              >
                {t(unfinished ? "call" : "open")}
              </LinkButton>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
