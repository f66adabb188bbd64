import { useLocale, useTranslations } from "next-intl";
import type { AttendanceSummary } from "@/lib/attendance/rules/summary";
import { attendanceStanding } from "@/lib/attendance/rules/summary";
import { formatNumber } from "@/lib/i18n/format";

type AttendanceFigureProps = {
  /** null of a guest. */
  summary: AttendanceSummary | null;
  minimumPercent: number;
};

/** Attended, planned and highest still attainable; in words too where the minimum is out of reach. */
export function AttendanceFigure({ summary, minimumPercent }: AttendanceFigureProps) {
  const t = useTranslations("facilitate.cohort");
  const locale = useLocale();
  if (!summary) return <span className="text-muted">{t("guest")}</span>;
  const { attended, planned, highestAttainable } = summary;
  const standing = attendanceStanding(summary, minimumPercent);
  return (
    <>
      <span className="font-medium whitespace-nowrap">
        {t("attended", { attended: formatNumber(attended, locale), planned })}
      </span>{" "}
      <span className="whitespace-nowrap text-muted">
        {t("highest", { highest: formatNumber(highestAttainable, locale) })}
      </span>
      {standing === "unattainable" ? (
        <span className="block text-sm font-medium text-danger">
          {t("lost", { percent: minimumPercent })}
        </span>
      ) : null}
    </>
  );
}
