import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyMaterials } from "@/components/materials/my-materials";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listMyMaterials } from "@/lib/materials/queries/list-my-materials";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planning"))("material.heading") };
}

export default async function MyMaterialsPage() {
  const acting = await requireActor("my.view");
  const t = await getTranslations("planning");
  return (
    <>
      <PageHeader title={t("material.heading")} lead={t("material.myLead")} />
      <MyMaterials cohorts={await listMyMaterials(acting, new Date())} />
    </>
  );
}
