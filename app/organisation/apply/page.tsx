import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EnteredApplications } from "@/components/group-entries/entered-applications";
import { StartEntries } from "@/components/group-entries/start-entries";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { pageParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { listCohortsToEnter } from "@/lib/group-entries/queries/list-cohorts-to-enter";
import { listEnteredApplications } from "@/lib/group-entries/queries/list-entered-applications";
import { listGroupEntries } from "@/lib/group-entries/queries/list-group-entries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("group-entries");
  return { title: t("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("organisation.enrol");
  const t = await getTranslations("group-entries");
  const params = await searchParams;
  const page = pageParam(params);
  const [choices, drafts, applications] = await Promise.all([
    listCohortsToEnter(acting, new Date()),
    listGroupEntries(acting),
    listEnteredApplications(acting, page),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <StartEntries {...choices} drafts={drafts} />
      <EnteredApplications applications={applications.rows} />
      <Pagination path="/organisation/apply" params={params} page={page} {...applications} />
    </>
  );
}
