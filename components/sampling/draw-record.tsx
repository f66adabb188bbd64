import { useLocale, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDate, formatPercent } from "@/lib/i18n/format";
import type { SampleView } from "@/lib/sampling/queries/get-sample";

/** How a sample was drawn: with what stands here anybody can repeat the draw and find the same cases. */
export function DrawRecord({ sample }: { sample: SampleView }) {
  const t = useTranslations("sampling");
  const locale = useLocale();
  const code = (text: string) => <code className="text-sm wrap-anywhere">{text}</code>;
  return (
    <DescriptionList
      items={[
        { term: t("column.by"), detail: sample.drawnBy },
        { term: t("record.at"), detail: formatDate(sample.drawnAt, locale) },
        { term: t("record.share"), detail: formatPercent(sample.percent / 100, locale) },
        { term: t("record.population"), detail: sample.population },
        { term: t("record.seed"), detail: code(sample.seed) },
        { term: t("record.hash"), detail: code(sample.populationHash) },
      ]}
    />
  );
}
