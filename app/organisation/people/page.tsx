import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/lists/export-links";
import { PeopleTable } from "@/components/organisation/people-table";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listOrganisationPeople } from "@/lib/enrolments/queries/list-organisation-people";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organisation");
  return { title: t("people.title") };
}

export default async function Page() {
  const acting = await requireActor("organisation.view");
  const t = await getTranslations("organisation");
  return (
    <>
      <PageHeader title={t("people.title")} lead={t("people.lead")} />
      <ExportLinks list="ownPeople" />
      <PeopleTable people={await listOrganisationPeople(acting)} billing />
    </>
  );
}
