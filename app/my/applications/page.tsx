import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyApplicationList } from "@/components/applications/my-application-list";
import { PageHeader } from "@/components/ui/page-header";
import { listMyApplications } from "@/lib/applications/queries/list-my-applications";
import { requireActor } from "@/lib/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("mine.title") };
}

export default async function Page() {
  const acting = await requireActor("application.write");
  const t = await getTranslations("applications");
  return (
    <>
      <PageHeader title={t("mine.title")} />
      <MyApplicationList rows={await listMyApplications(acting)} />
    </>
  );
}
