import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/lists/export-links";
import { OrganisationsTable } from "@/components/organisations/organisations-table";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { organisationFilter } from "@/lib/lists/rules/export-filters";
import { listOrganisations } from "@/lib/organisations/queries/list-organisations";
import { organisationKinds } from "@/lib/organisations/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.organisations");
  return { title: t("title") };
}

export default async function OrganisationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("organisation.manage");
  const params = await searchParams;
  const page = pageParam(params);
  const asked = { search: firstParam(params, "search"), kind: firstParam(params, "kind") };
  const [organisations, t] = await Promise.all([
    listOrganisations(acting, organisationFilter(asked), page, new Date()),
    getTranslations("admin.organisations"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton href="/admin/organisations/new" icon="plus">
            {t("new")}
          </LinkButton>
        }
      />
      <FilterBar
        path="/admin/organisations"
        params={params}
        label={t("list")}
        filters={[
          { name: "search", label: t("search"), kind: "search" },
          {
            name: "kind",
            label: t("kind"),
            kind: "choice",
            all: t("allKinds"),
            options: organisationKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
        ]}
      />
      <ExportLinks list="organisations" filter={asked} />
      <OrganisationsTable rows={organisations.rows} />
      <Pagination path="/admin/organisations" params={params} page={page} {...organisations} />
    </>
  );
}
