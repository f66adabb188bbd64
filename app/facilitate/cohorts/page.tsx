import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortList } from "@/components/facilitate/cohort-list";
import { ExportLinks } from "@/components/lists/export-links";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { pageParam, type SearchParams } from "@/components/ui/search-params";
import { listFacilitatedCohorts } from "@/lib/attendance/queries/list-facilitated-cohorts";
import { requireActor } from "@/lib/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("facilitate.cohort"))("listTitle") };
}

export default async function CohortsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("facilitation.view");
  const params = await searchParams;
  const page = pageParam(params);
  const t = await getTranslations("facilitate");
  const cohorts = await listFacilitatedCohorts(acting, page);
  return (
    <>
      <PageHeader title={t("cohort.listTitle")} />
      <ExportLinks list="taughtCohorts" />
      {cohorts.total > 0 ? (
        <CohortList cohorts={cohorts.rows} />
      ) : (
        <EmptyState icon="people" title={t("home.noCohorts")} />
      )}
      <Pagination path="/facilitate/cohorts" params={params} page={page} {...cohorts} />
    </>
  );
}
