import { useLocale, useTranslations } from "next-intl";
import type { ApplicationFormCohort } from "@/lib/applications/queries/get-application-form";
import { formatDateRange, formatDateTime, formatMoney } from "@/lib/i18n/format";

/** What one applies to: when, where, until when, how many seats, at what price. Narrow: it stands in a card. */
export function CohortFacts({ cohort }: { cohort: ApplicationFormCohort }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const open =
    cohort.seatsLeft > 0 && cohort.waiting === 0
      ? t("cohort.seatsLeft", { count: cohort.seatsLeft })
      : t("cohort.full", { count: cohort.waiting });
  const kept = t("cohort.keptForWorkplace", { count: cohort.keptForWorkplace });
  const seats = cohort.keptForWorkplace > 0 ? t("cohort.seatsBoth", { open, kept }) : open;
  const price =
    cohort.price === null || cohort.agreementTitle !== null
      ? null
      : formatMoney(cohort.price, cohort.currency, locale);
  const facts = [
    { term: t("cohort.dates"), detail: formatDateRange(cohort.startsOn, cohort.endsOn, locale, "UTC") },
    {
      term: t("cohort.deadline"),
      detail: formatDateTime(cohort.applicationDeadline, locale, cohort.timeZone),
    },
    { term: t("cohort.place"), detail: cohort.city },
    { term: t("cohort.seats"), detail: seats },
    ...(price === null ? [] : [{ term: t("cohort.price"), detail: price }]),
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt className="text-sm text-muted">{fact.term}</dt>
          <dd>{fact.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
