import { useLocale, useTranslations } from "next-intl";
import { BarChart, ColumnChart } from "@/components/ui/charts";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { CohortFigures } from "@/lib/applications/queries/get-cohort-figures";
import { percentOf } from "@/lib/applications/rules/figures";
import type { CohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import { formatDayMonth, formatDayShortMonth, formatNumber } from "@/lib/i18n/format";

type FiguresProps = { figures: CohortFigures; roles: CohortSeats["roles"] };

function Fill({ figures }: { figures: CohortFigures }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { weeks, capacity } = figures;
  const last = weeks.at(-1);
  if (!last) return <EmptyState title={t("figures.noneYet")}>{t("figures.noneYetHint")}</EmptyState>;
  return (
    <ColumnChart
      title={t("figures.fill")}
      summary={t("figures.fillSentence", { seated: last.seated, capacity, applied: last.applied })}
      rowsName={t("figures.week")}
      max={Math.max(capacity, last.applied)}
      rows={weeks.map((week) => ({
        label: formatDayShortMonth(new Date(`${week.week}T12:00:00Z`), locale),
        values: [
          { name: t("figures.seated"), value: week.seated },
          {
            name: t("figures.appliedOnly"),
            value: Math.max(0, week.applied - week.seated),
          },
        ],
      }))}
    />
  );
}

function Conversion({ figures }: { figures: CohortFigures }) {
  const t = useTranslations("applications");
  const { funnel } = figures;
  const steps = ["begun", "submitted", "decided", "seated", "seatedNow"] as const;
  return (
    <BarChart
      title={t("figures.conversion")}
      summary={t("figures.conversionSentence", {
        submitted: funnel.submitted,
        seated: funnel.seated,
        percent: percentOf(funnel.seated, funnel.submitted) ?? 0,
      })}
      rowsName={t("figures.step")}
      rows={steps.map((step) => ({
        label: t(`figures.${step}`),
        values: [{ name: t("figures.people"), value: funnel[step] }],
      }))}
    />
  );
}

function Times({ figures }: { figures: CohortFigures }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const shown = (days: number | null) =>
    days === null
      ? t("figures.noTime")
      : t("figures.days", { days: formatNumber(Math.round(days * 10) / 10, locale) });
  const times = ["manager", "decision", "slowest"] as const;
  return (
    <dl className="grid gap-6 sm:grid-cols-3">
      {times.map((time) => (
        <div key={time}>
          <dt className="text-muted">{t(`figures.time.${time}`)}</dt>
          <dd className="text-2xl font-semibold">{shown(figures.times[time])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Roles({ roles }: Pick<FiguresProps, "roles">) {
  const t = useTranslations("applications");
  if (roles.length === 0) return null;
  const promised = roles.filter((each) => each.target !== null);
  const short = promised.filter((each) => each.enrolled < (each.target ?? 0));
  return (
    <BarChart
      title={t("figures.roles")}
      summary={
        promised.length === 0
          ? t("figures.rolesNoTarget")
          : t("figures.rolesSentence", { promised: promised.length, short: short.length })
      }
      rowsName={t("inbox.role")}
      rows={roles.map((each) => ({
        label: t(`role.${each.role}`),
        values: [
          { name: t("figures.seated"), value: each.enrolled },
          { name: t("figures.missing"), value: Math.max(0, (each.target ?? 0) - each.enrolled) },
        ],
      }))}
    />
  );
}

function NoShows({ figures }: { figures: CohortFigures }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { showings, timeZone } = figures;
  if (showings.length === 0) {
    return <EmptyState title={t("figures.noSessions")}>{t("figures.noSessionsHint")}</EmptyState>;
  }
  const sum = (key: "present" | "excused" | "absent") => showings.reduce((all, each) => all + each[key], 0);
  const noted = sum("present") + sum("excused") + sum("absent");
  return (
    <BarChart
      title={t("figures.noShows")}
      summary={t("figures.noShowsSentence", {
        absent: sum("absent"),
        noted,
        percent: percentOf(sum("absent"), noted) ?? 0,
      })}
      rowsName={t("figures.session")}
      rows={showings.map((each) => ({
        label: `${formatDayMonth(each.startsAt, locale, timeZone)} ${each.theme}`,
        values: (["present", "excused", "absent"] as const).map((key) => ({
          name: t(`figures.${key}`),
          value: each[key],
        })),
      }))}
    />
  );
}

/** A cohort in figures, for its staff: each picture with its sentence and its table. */
export function Figures({ figures, roles }: FiguresProps) {
  const t = useTranslations("applications");
  return (
    <div className="grid grid-cols-1 gap-14">
      <Section title={t("figures.gettingIn")}>
        <div className="grid grid-cols-1 gap-12 xl:grid-cols-2">
          <Fill figures={figures} />
          <Conversion figures={figures} />
        </div>
      </Section>
      <Section title={t("figures.times")}>
        <Times figures={figures} />
      </Section>
      <Section title={t("figures.who")}>
        <div className="grid grid-cols-1 gap-12 xl:grid-cols-2">
          <Roles roles={roles} />
          <NoShows figures={figures} />
        </div>
      </Section>
    </div>
  );
}
