import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import type { ConcludedEnrolment } from "@/lib/enrolments/facts/load-conclusions";
import { formatNumber } from "@/lib/i18n/format";

/** Who will have completed and who will not, and why, before a cohort is completed. */
export function ConclusionList({ conclusions }: { conclusions: readonly ConcludedEnrolment[] }) {
  const t = useTranslations("enrolments");
  const locale = useLocale();
  if (conclusions.length === 0) return null;
  const short = conclusions.filter(({ outcome }) => outcome === "not_completed");
  return (
    <Section level={3} title={t("conclusion.title")} lead={t("conclusion.lead")} className="mt-6">
      <p>{t("conclusion.count", { completed: conclusions.length - short.length, short: short.length })}</p>
      <ul className="max-w-form divide-y divide-line border-y border-line">
        {conclusions.map(({ id, name, outcome, attended, planned, minimumPercent }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
            <span>
              <span className="font-medium">{name}</span>
              {attended === null || planned === null ? null : (
                <span className="block text-sm text-muted">
                  {t("conclusion.attended", {
                    attended: formatNumber(attended, locale),
                    planned,
                    minimum: minimumPercent,
                  })}
                </span>
              )}
            </span>
            <StatusTag tone={outcome === "completed" ? "success" : "warning"}>
              {t(`conclusion.${outcome}`)}
            </StatusTag>
          </li>
        ))}
      </ul>
    </Section>
  );
}
