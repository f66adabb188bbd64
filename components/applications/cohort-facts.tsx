import { useLocale, useTranslations } from "next-intl";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import type { ApplicationFormCohort } from "@/lib/applications/queries/get-application-form";
import { formatDateRange, formatDateTime, formatMoney } from "@/lib/i18n/format";

/** What one applies to: when, where, until when, how many seats, at what price. */
export function CohortFacts({ cohort }: { cohort: ApplicationFormCohort }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const seats =
    cohort.seatsLeft > 0 && cohort.waiting === 0
      ? t("cohort.seatsLeft", { count: cohort.seatsLeft })
      : t("cohort.full", { count: cohort.waiting });
  const items: Description[] = [
    { term: t("cohort.dates"), detail: formatDateRange(cohort.startsOn, cohort.endsOn, locale, "UTC") },
    { term: t("cohort.place"), detail: cohort.city },
    {
      term: t("cohort.deadline"),
      detail: formatDateTime(cohort.applicationDeadline, locale, cohort.timeZone),
    },
    { term: t("cohort.seats"), detail: seats },
    ...(cohort.price === null || cohort.agreementTitle !== null
      ? []
      : [{ term: t("cohort.price"), detail: formatMoney(cohort.price, cohort.currency, locale) }]),
  ];
  return <DescriptionList items={items} />;
}
