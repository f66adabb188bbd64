import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import type { FrameworkInUse } from "@/lib/frameworks/queries/list-frameworks-in-use";
import { formatDate } from "@/lib/i18n/format";
import { CriterionLevels } from "./criterion-levels";

/** A framework version as an assessor looks it up: what it asks, and each criterion with the signs to look for. */
export function FrameworkCriteria({ framework }: { framework: FrameworkInUse }) {
  const t = useTranslations("assess.criteria");
  const words = useTranslations("observations.criteria");
  const locale = useLocale();
  return (
    <Section
      title={framework.title}
      lead={
        <>
          <p>{framework.scope}</p>
          <p className="pt-2">
            {t("rules", {
              observations: framework.minObservations,
              assessors: framework.minAssessors,
              days: framework.responseDays,
            })}
          </p>
        </>
      }
      actions={
        framework.authorisedUntil ? (
          <StatusTag tone="success">
            {t("authorised", { date: formatDate(framework.authorisedUntil, locale) })}
          </StatusTag>
        ) : (
          <StatusTag tone="warning">{t("notAuthorised")}</StatusTag>
        )
      }
    >
      <p className="text-sm text-muted">{t("version", { number: framework.number })}</p>
      <ol>
        {framework.criteria.map((criterion) => (
          <li key={criterion.id} className="grid gap-2 border-t border-line py-5 md:grid-cols-2 md:gap-x-10">
            <div className="grid content-start gap-1">
              <h3 className="text-lg">
                <span className="me-1.5 text-muted">{criterion.code}</span> {criterion.name}
              </h3>
              <p>{criterion.description}</p>
              <p className="text-sm text-muted">{words("occasions", { count: criterion.minOccasions })}</p>
            </div>
            <div className="grid content-start gap-3">
              <ul className="list-disc space-y-1 ps-5">
                {criterion.indicators.map((indicator) => (
                  <li key={indicator}>{indicator}</li>
                ))}
              </ul>
              <CriterionLevels levels={criterion.levels} />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
