import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SessionList } from "@/components/attendance/session-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { TabLinks } from "@/components/ui/tab-links";
import { listFacilitatedSessions } from "@/lib/attendance/queries/list-facilitated-sessions";
import { requireActor } from "@/lib/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("facilitate.session"))("listTitle") };
}

export default async function SessionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("facilitation.view");
  const unfinished = firstParam(await searchParams, "view") === "unfinished";
  const t = await getTranslations("facilitate");
  const found = await listFacilitatedSessions(acting, new Date());
  const sessions = unfinished ? found.unfinished : found.ahead;
  const tabs = [
    { label: t("session.ahead"), href: "/facilitate/sessions", current: !unfinished },
    {
      label: t("session.unfinished"),
      href: "/facilitate/sessions?view=unfinished",
      current: unfinished,
      count: found.unfinished.length,
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
      <div className="pt-6">
        {sessions.length > 0 ? <SessionList sessions={sessions} unfinished={unfinished} /> : empty}
      </div>
    </>
  );
}
