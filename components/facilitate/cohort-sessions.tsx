import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Timeline, type TimelineEntry } from "@/components/ui/timeline";
import type { CohortBoard } from "@/lib/attendance/queries/get-facilitated-cohort";
import { formatTimeRange, formatWeekdayDate } from "@/lib/i18n/format";

const looks = {
  planned: { tone: "neutral", icon: "calendar" },
  confirmed: { tone: "info", icon: "calendar" },
  held: { tone: "success", icon: "check" },
  cancelled: { tone: "neutral", icon: "ban" },
} as const;

/** A cohort's sessions in order, each leading to its roll. */
export function CohortSessions({ cohort }: { cohort: CohortBoard }) {
  const t = useTranslations("facilitate");
  const locale = useLocale();
  if (cohort.sessions.length === 0) return <p className="text-muted">{t("home.none")}</p>;
  const entries = cohort.sessions.map(
    (session): TimelineEntry => ({
      id: session.id,
      title: <Link href={`/facilitate/sessions/${session.id}`}>{session.theme}</Link>,
      when: `${formatWeekdayDate(session.startsAt, locale, cohort.timeZone)}, ${formatTimeRange(session.startsAt, session.endsAt, locale, cohort.timeZone)}`,
      dateTime: session.startsAt.toISOString(),
      ...looks[session.state],
      ...(session.state === "cancelled" ? { children: t("session.cancelled") } : {}),
    }),
  );
  return <Timeline entries={entries} label={t("cohort.sessions")} />;
}
