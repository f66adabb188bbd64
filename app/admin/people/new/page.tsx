import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PersonForm } from "@/components/people/person-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.people");
  return { title: t("newTitle") };
}

export default async function NewPersonPage() {
  await requireActor("role.manage");
  const t = await getTranslations("admin.people");
  return (
    <>
      <PageHeader
        title={t("newTitle")}
        lead={t("newLead")}
        crumbs={[{ href: "/admin/people", label: t("title") }, { label: t("newTitle") }]}
      />
      <PersonForm />
    </>
  );
}
