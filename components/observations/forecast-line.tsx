import { useLocale, useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { type Tone, toneText } from "@/components/ui/status-tag";
import { DOT, formatDayMonth, formatList } from "@/lib/i18n/format";
import type { Forecast } from "@/lib/observations/rules/forecast";

const looks: Record<Forecast["outlook"], { tone: Tone; icon: IconName }> = {
  met: { tone: "success", icon: "check" },
  planned: { tone: "info", icon: "calendar" },
  open: { tone: "warning", icon: "clock" },
  late: { tone: "danger", icon: "alert" },
};

type ForecastLineProps = {
  forecast: Forecast;
  timeZone: string;
  /** Name the criteria that lack something: not to an assessor, who is not to know what others have seen. */
  withCriteria?: boolean;
};

/** How long there is to the end of the cohort's evidence; nothing where no day is set. */
function useTimeLeft(daysLeft: number | null): string {
  const t = useTranslations("observations.forecast");
  if (daysLeft === null) return "";
  return daysLeft < 0 ? t("over") : t("days", { days: daysLeft });
}

/** What is missing, how long there is, and whether somebody is coming: "1 observation is missing · 18 days left · no visit booked". */
export function ForecastLine({ forecast, timeZone, withCriteria = false }: ForecastLineProps) {
  const t = useTranslations("observations.forecast");
  const locale = useLocale();
  const timeLeft = useTimeLeft(forecast.daysLeft);
  const { tone, icon } = looks[forecast.outlook];
  const unseen = forecast.missing.filter((criterion) => criterion.standing === "not_seen");
  const codes = formatList(
    unseen.map((criterion) => criterion.code),
    locale,
  );
  const parts =
    forecast.outlook === "met"
      ? [t("met")]
      : [
          t("needed", { count: forecast.observationsNeeded }),
          withCriteria && unseen.length > 0
            ? t("unseen", { list: t("criterion", { count: unseen.length, codes }) })
            : "",
          timeLeft,
          forecast.nextVisitAt
            ? t("visit", { date: formatDayMonth(forecast.nextVisitAt, locale, timeZone) })
            : t("noVisit"),
        ];
  return (
    <span className="inline-flex items-start gap-1.5">
      <Icon name={icon} className={`mt-[0.2em] ${toneText[tone]}`} />
      <span>{parts.filter(Boolean).join(DOT)}</span>
    </span>
  );
}
