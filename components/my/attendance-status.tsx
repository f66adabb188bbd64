import { useFormatter, useLocale, useTranslations } from "next-intl";
import { FillBar } from "@/components/ui/fill-bar";
import { Icon, type IconName } from "@/components/ui/icon";
import { Card } from "@/components/ui/section";
import { StatusTag, type Tone, toneFill, toneText } from "@/components/ui/status-tag";
import type { MyAttendance, MySession } from "@/lib/attendance/queries/list-my-attendance";
import { DOT, formatDayMonth } from "@/lib/i18n/format";

type Mark = {
  tone: Tone;
  icon: IconName;
  word: "present" | "partial" | "made_up" | "apology" | "absent" | "ahead" | "none";
};

function markOf(session: MySession, now: Date): Mark {
  switch (session.status) {
    case "present":
      return { tone: "success", icon: "check", word: "present" };
    case "made_up":
      return { tone: "success", icon: "refresh", word: "made_up" };
    case "partial":
      return { tone: "warning", icon: "clock", word: "partial" };
    case "apology":
      return { tone: "neutral", icon: "mail", word: "apology" };
    case "absent":
      return { tone: "danger", icon: "close", word: "absent" };
    default:
      return { tone: "neutral", icon: "circle", word: session.endsAt > now ? "ahead" : "none" };
  }
}

const standings: Record<"met" | "attainable" | "unattainable", Tone> = {
  met: "success",
  attainable: "info",
  unattainable: "danger",
};

/** Attended, planned and the highest still attainable, and what was noted session by session. */
export function AttendanceStatus({ of, now }: { of: MyAttendance; now: Date }) {
  const t = useTranslations("my.attendance");
  const format = useFormatter();
  const { summary, standing, minimumPercent } = of;
  const sessions = of.sessions.filter(
    ({ state, obligation, status }) =>
      state !== "cancelled" && (obligation !== "not_expected" || status !== null),
  );
  const number = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  return (
    <Card className="grid gap-5">
      {summary && standing ? (
        <div className="grid gap-3">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <p className="text-lg font-semibold">
              {t("attended", { attended: number(summary.attended), planned: summary.planned })}
            </p>
            <StatusTag tone={standings[standing]}>
              {t(`standing.${standing}`, { percent: minimumPercent })}
            </StatusTag>
          </div>
          <FillBar
            label={t("title")}
            total={summary.planned}
            parts={[
              { label: t("partAttended"), value: round(summary.attended), tone: "accent" },
              {
                label: t("partAttainable"),
                value: round(summary.highestAttainable - summary.attended),
                tone: "soft",
              },
            ]}
          >
            {t("attainable", {
              attainable: number(summary.highestAttainable),
              planned: summary.planned,
              percent: minimumPercent,
            })}
          </FillBar>
        </div>
      ) : (
        <p className="text-muted">{t("guest")}</p>
      )}
      <ol className="grid grid-cols-1 gap-x-8 gap-y-1 sm:grid-cols-2">
        {sessions.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            language={of.language}
            mark={markOf(session, now)}
          />
        ))}
      </ol>
    </Card>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

function SessionLine({ session, language, mark }: { session: MySession; language: string; mark: Mark }) {
  const t = useTranslations("my.attendance");
  const locale = useLocale();
  return (
    <li className="flex min-w-0 items-start gap-3 py-1">
      <span
        className={`grid size-8 shrink-0 place-items-center rounded-full ${toneFill[mark.tone]} ${toneText[mark.tone]}`}
      >
        <Icon name={mark.icon} className="size-4" />
      </span>
      <span className="min-w-0">
        <span lang={language} className="block">
          {session.theme}
        </span>
        <span className="block text-sm text-muted">
          {formatDayMonth(session.startsAt, locale, session.timeZone)}
          {DOT}
          {t(`status.${mark.word}`)}
          {session.obligation === "optional" ? `${DOT}${t("optional")}` : ""}
        </span>
      </span>
    </li>
  );
}
