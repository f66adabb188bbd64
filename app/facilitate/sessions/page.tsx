import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SessionList } from "@/components/attendance/session-list";
import { ExportLinks } from "@/components/lists/export-links";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { TabLinks } from "@/components/ui/tab-links";
import { listFacilitatedSessions } from "@/lib/attendance/queries/list-facilitated-sessions";
import { requireActor } from "@/lib/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("facilitate.session"))("listTitle") };
}

export default async function SessionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("facilitation.view");
  const params = await searchParams;
  const page = pageParam(params);
  const view = firstParam(params, "view") === "unfinished" ? "unfinished" : "ahead";
  const unfinished = view === "unfinished";
  const t = await getTranslations("facilitate");
  const now = new Date();
  const sessions = await listFacilitatedSessions(acting, view, now, page);
  const { total: count } = unfinished ? sessions : await listFacilitatedSessions(acting, "unfinished", now);
  const tabs = [
    { label: t("session.ahead"), href: "/facilitate/sessions", current: !unfinished },
    {
      label: t("session.unfinished"),
      href: "/facilitate/sessions?view=unfinished",
      current: unfinished,
      count,
    },
  ];
  const empty = unfinished ? (
    <EmptyState icon="check" title={t("session.noUnfinished")}>
      {t("session.noUnfinishedLead")}
    </EmptyState>
  ) : (
    <EmptyState icon="calendar" title={t("home.none")}>
      {t("home.noneLead")}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t("session.listTitle")} />
      <TabLinks label={t("session.views")} tabs={tabs} />
      <div className="pt-4">
        <ExportLinks list="taughtSessions" filter={{ view }} />
        {sessions.total > 0 ? <SessionList sessions={sessions.rows} unfinished={unfinished} /> : empty}
        <Pagination path="/facilitate/sessions" params={params} page={page} {...sessions} />
      </div>
    </>
  );
}
