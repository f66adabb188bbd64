import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FrameworkList } from "@/components/frameworks/framework-list";
import { ExportLinks } from "@/components/lists/export-links";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listOwnBodies } from "@/lib/certification/queries/list-own-bodies";
import { listFrameworks } from "@/lib/frameworks/queries/list-frameworks";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("frameworks"))("title") };
}

export default async function FrameworksPage() {
  const acting = await requireActor("framework.manage");
  const t = await getTranslations("frameworks");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ExportLinks list="frameworks" />
      <FrameworkList
        frameworks={await listFrameworks(acting, await getLocale())}
        bodies={await listOwnBodies(acting, new Date())}
      />
    </>
  );
}
