import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrganisationForm } from "@/components/organisations/organisation-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.organisations");
  return { title: t("newTitle") };
}

export default async function NewOrganisationPage() {
  await requireActor("organisation.manage");
  const t = await getTranslations("admin.organisations");
  return (
    <>
      <PageHeader
        title={t("newTitle")}
        crumbs={[{ href: "/admin/organisations", label: t("title") }, { label: t("newTitle") }]}
      />
      <OrganisationForm />
    </>
  );
}
