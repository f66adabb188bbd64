import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ListedTable } from "@/components/certificates/listed-table";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { LISTED_PAGE, listListedCertificates } from "@/lib/certificates/queries/list-listed-certificates";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certificates.listed");
  return { title: t("title"), description: t("lead"), robots: { index: false } };
}

export default async function ListedPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("certificate.verify");
  const t = await getTranslations("certificates.listed");
  const params = await searchParams;
  const page = pageParam(params);
  const query = firstParam(params, "q")?.slice(0, 100);
  const { rows, total } = await listListedCertificates(acting, { page, ...(query && { query }) }, new Date());
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: t("verify"), href: "/verify" }, { label: t("title") }]}
      />
      <FilterBar
        path="/verify/register"
        params={params}
        label={t("search")}
        filters={[{ name: "q", label: t("search"), kind: "search" }]}
      />
      <ListedTable rows={rows} />
      <Pagination path="/verify/register" params={params} page={page} pageSize={LISTED_PAGE} total={total} />
    </>
  );
}
