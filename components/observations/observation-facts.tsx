import { useLocale, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDate } from "@/lib/i18n/format";
import type { ObservationView } from "@/lib/observations/queries/get-observation";

/** Who, where and when of an observation. */
export function ObservationFacts({ observation }: { observation: ObservationView }) {
  const t = useTranslations("observations.field");
  const locale = useLocale();
  const items = [
    { term: t("participant"), detail: observation.participant },
    { term: t("assessor"), detail: observation.assessor },
    observation.organisation ? { term: t("organisation"), detail: observation.organisation } : null,
    { term: t("cohort"), detail: observation.cohort },
    {
      term: t("observedOnShort"),
      detail: formatDate(new Date(`${observation.observedOn}T12:00:00Z`), locale, "UTC"),
    },
  ];
  return <DescriptionList stacked items={items.filter((item) => item !== null)} />;
}
