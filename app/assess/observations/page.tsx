import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/lists/export-links";
import { ObservationTable } from "@/components/observations/observation-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { pageParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { listObservationPage } from "@/lib/observations/queries/list-observations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assess.observation"))("listTitle") };
}

export default async function ObservationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("assessment.view");
  const t = await getTranslations("assess");
  const params = await searchParams;
  const page = pageParam(params);
  const found = await listObservationPage(acting, page);
  const empty = (
    <EmptyState
      icon="eye"
      title={t("observation.listEmptyTitle")}
      actions={<LinkButton href="/assess">{t("visit.toQueue")}</LinkButton>}
    >
      {t("observation.listEmpty")}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t("observation.listTitle")} />
      <ExportLinks list="observations" />
      <ObservationTable
        observations={found.rows}
        caption={t("observation.listTitle")}
        basePath="/assess/observations"
        empty={empty}
      />
      <Pagination path="/assess/observations" params={params} page={page} {...found} />
    </>
  );
}
