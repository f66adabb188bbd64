import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/lists/export-links";
import { VisitList } from "@/components/observations/visit-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { TabLinks } from "@/components/ui/tab-links";
import { requireActor } from "@/lib/auth/actor";
import { listVisitPage } from "@/lib/observations/queries/list-visits";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assess.visit"))("listTitle") };
}

export default async function VisitsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("assessment.view");
  const params = await searchParams;
  const page = pageParam(params);
  const view = firstParam(params, "view");
  const time = view === "behind" ? "behind" : "ahead";
  const t = await getTranslations("assess.visit");
  const visits = await listVisitPage(acting, { time }, page);
  return (
    <>
      <PageHeader title={t("listTitle")} />
      <TabLinks
        label={t("views")}
        tabs={[
          { label: t("ahead"), href: "/assess/visits", current: time === "ahead" },
          { label: t("behind"), href: "/assess/visits?view=behind", current: time === "behind" },
        ]}
      />
      <div className="pt-4">
        <ExportLinks list="visits" filter={{ view }} />
        {visits.total === 0 ? (
          <EmptyState
            icon="calendar"
            title={t(time === "ahead" ? "emptyAhead" : "emptyBehind")}
            actions={<LinkButton href="/assess">{t("toQueue")}</LinkButton>}
          >
            {t("emptyLead")}
          </EmptyState>
        ) : (
          <VisitList visits={visits.rows} basePath="/assess/visits" lead="participant" now={new Date()} />
        )}
        <Pagination path="/assess/visits" params={params} page={page} {...visits} />
      </div>
    </>
  );
}
