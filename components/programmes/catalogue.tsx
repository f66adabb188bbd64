import { useLocale, useTranslations } from "next-intl";
import { monthText } from "@/components/cohorts/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { type Filter, FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import type { SearchParams } from "@/components/ui/search-params";
import { Section } from "@/components/ui/section";
import type { PublicCohort } from "@/lib/cohorts/facts/public-cohort";
import type { CatalogueChoices } from "@/lib/cohorts/queries/list-catalogue-choices";
import { CohortCard } from "./cohort-card";

const PATH = "/programmes";

function useFilters(choices: CatalogueChoices): Filter[] {
  const t = useTranslations("programmes");
  const locale = useLocale();
  return [
    { name: "q", label: t("filter.words"), kind: "search" },
    {
      name: "audience",
      label: t("filter.audience"),
      kind: "choice",
      all: t("filter.everybody"),
      options: choices.audiences.map((value) => ({ value, label: t(`audience.${value}`) })),
    },
    {
      name: "language",
      label: t("filter.language"),
      kind: "choice",
      all: t("filter.everyLanguage"),
      options: choices.languages.map((value) => ({ value, label: t(`language.${value}`) })),
    },
    {
      name: "city",
      label: t("filter.city"),
      kind: "choice",
      all: t("filter.everywhere"),
      options: choices.cities.map((value) => ({ value, label: value })),
    },
    {
      name: "month",
      label: t("filter.month"),
      kind: "choice",
      all: t("filter.anyMonth"),
      options: choices.months.map((value) => ({ value, label: monthText(value, locale) })),
    },
  ];
}

type CatalogueProps = {
  cohorts: readonly PublicCohort[];
  total: number;
  page: number;
  pageSize: number;
  choices: CatalogueChoices;
  params: SearchParams;
};

/** Everything a visitor may find, those open for applications first. Filters are a plain form: the address holds them. */
export function Catalogue({ cohorts, total, page, pageSize, choices, params }: CatalogueProps) {
  const t = useTranslations("programmes");
  const filters = useFilters(choices);
  const taking = (cohort: PublicCohort) => ["open", "lastDays", "full"].includes(cohort.phase);
  const open = cohorts.filter(taking);
  const others = cohorts.filter((cohort) => !taking(cohort));
  return (
    <>
      <FilterBar path={PATH} params={params} filters={filters} label={t("filter.label")} />
      <p role="status" className="mb-6 text-muted">
        {t("catalogue.count", { count: total })}
      </p>
      {total === 0 ? (
        <EmptyState
          icon="search"
          title={t("catalogue.none")}
          actions={<LinkButton href={PATH}>{t("catalogue.showAll")}</LinkButton>}
        >
          {t("catalogue.noneLead")}
        </EmptyState>
      ) : null}
      {open.length > 0 ? (
        <Section title={t("catalogue.open")}>
          <Cards cohorts={open} />
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title={t("catalogue.others")} lead={t("catalogue.othersLead")}>
          <Cards cohorts={others} />
        </Section>
      ) : null}
      <Pagination path={PATH} params={params} page={page} pageSize={pageSize} total={total} />
    </>
  );
}

function Cards({ cohorts }: { cohorts: readonly PublicCohort[] }) {
  return (
    <ul className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
      {cohorts.map((cohort) => (
        <li key={cohort.slug} className="grid">
          <CohortCard cohort={cohort} />
        </li>
      ))}
    </ul>
  );
}
