import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/lists/export-links";
import { PeopleTable } from "@/components/people/people-table";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { personFilter } from "@/lib/lists/rules/export-filters";
import { listPeople } from "@/lib/people/queries/list-people";
import { grantableRoles } from "@/lib/people/rules/roles";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.people");
  return { title: t("title") };
}

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("role.manage");
  const params = await searchParams;
  const page = pageParam(params);
  const asked = { search: firstParam(params, "search"), role: firstParam(params, "role") };
  const [people, t, tRole, tLists] = await Promise.all([
    listPeople(acting, personFilter(asked), page, new Date()),
    getTranslations("admin.people"),
    getTranslations("sign-in.roles"),
    getTranslations("lists"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <LinkButton href="/admin/people/import" tone="secondary" icon="upload">
              {tLists("import.people.link")}
            </LinkButton>
            <LinkButton href="/admin/people/new" icon="plus">
              {t("new")}
            </LinkButton>
          </>
        }
      />
      <FilterBar
        path="/admin/people"
        params={params}
        label={t("list")}
        filters={[
          { name: "search", label: t("search"), kind: "search" },
          {
            name: "role",
            label: t("role"),
            kind: "choice",
            all: t("allRoles"),
            options: grantableRoles.map((value) => ({ value, label: tRole(value) })),
          },
        ]}
      />
      <ExportLinks list="people" filter={asked} />
      <PeopleTable rows={people.rows} />
      <Pagination path="/admin/people" params={params} page={page} {...people} />
    </>
  );
}
