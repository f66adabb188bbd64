import { useLocale, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import type { RegisterFigures as Figures } from "@/lib/certification/rules/register";
import { formatNumber } from "@/lib/i18n/format";

/** What a period's decisions add up to: how many, how long, how often reversed. */
export function RegisterFigures({ figures }: { figures: Figures }) {
  const t = useTranslations("certify.register");
  const outcomes = useTranslations("certification.outcome");
  const locale = useLocale();
  const days = (value: number | null) =>
    value === null ? t("noFigure") : t("days", { days: formatNumber(value, locale) });
  return (
    <DescriptionList
      items={[
        { term: t("decisions"), detail: figures.decisions },
        { term: outcomes("certified"), detail: figures.byOutcome.certified },
        { term: outcomes("repeat_requested"), detail: figures.byOutcome.repeat_requested },
        { term: outcomes("not_certified"), detail: figures.byOutcome.not_certified },
        { term: t("discontinued"), detail: figures.discontinued },
        { term: t("toDecision"), detail: days(figures.daysToDecision) },
        { term: t("toRelease"), detail: days(figures.daysToRelease) },
        { term: t("exceptions"), detail: figures.exceptions },
        { term: t("appeals"), detail: figures.appeals },
        { term: t("reversals"), detail: figures.reversals },
        {
          term: t("complaints"),
          detail: t("ofThem", { all: figures.complaints, some: figures.foundedComplaints }),
        },
        { term: t("reviews"), detail: t("disagreed", { all: figures.reviews, some: figures.disagreements }) },
      ]}
    />
  );
}
