import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortTable } from "@/components/cohorts/cohort-table";
import { ExportLinks } from "@/components/lists/export-links";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { COHORT_PAGE_SIZE, listCohorts } from "@/lib/cohorts/queries/list-cohorts";
import { cohortListFilter } from "@/lib/cohorts/rules/list-filter";
import { CohortState } from "@/lib/db/generated/enums";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohorts"))("list.title") };
}

const PATH = "/staff/cohorts";

export default async function CohortsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("cohort.manage");
  const t = await getTranslations("cohorts");
  const params = await searchParams;
  const page = pageParam(params);
  const { rows, total } = await listCohorts(acting, cohortListFilter(params), page);
  const states = Object.values(CohortState).map((value) => ({ value, label: t(`state.${value}`) }));
  return (
    <>
      <PageHeader
        title={t("list.title")}
        actions={
          <LinkButton href="/staff/cohorts/new" icon="plus">
            {t("list.new")}
          </LinkButton>
        }
      />
      <FilterBar
        path={PATH}
        params={params}
        label={t("list.filter")}
        filters={[
          { name: "q", label: t("list.words"), kind: "search" },
          { name: "state", label: t("list.state"), kind: "choice", all: t("list.live"), options: states },
        ]}
      />
      <ExportLinks
        list="cohorts"
        filter={{ q: firstParam(params, "q"), state: firstParam(params, "state") }}
      />
      <CohortTable cohorts={rows} />
      <Pagination path={PATH} params={params} page={page} pageSize={COHORT_PAGE_SIZE} total={total} />
    </>
  );
}
