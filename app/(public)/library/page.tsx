import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicationList } from "@/components/library/publication-list";
import { PageHeader } from "@/components/ui/page-header";
import { pageParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { LIBRARY_PAGE_SIZE, listPublications } from "@/lib/library/queries/list-publications";
import { libraryFilter } from "@/lib/library/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library");
  return { title: t("title"), description: t("lead") };
}

export default async function LibraryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("catalogue.view");
  const t = await getTranslations("library");
  const params = await searchParams;
  const page = pageParam(params);
  const found = await listPublications(acting, libraryFilter(params), page, new Date());
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <PublicationList {...found} page={page} pageSize={LIBRARY_PAGE_SIZE} params={params} />
    </>
  );
}
