import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FrameworkCriteria } from "@/components/frameworks/framework-criteria";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listFrameworksInUse } from "@/lib/frameworks/queries/list-frameworks-in-use";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assess.criteria"))("title") };
}

export default async function CriteriaPage() {
  const acting = await requireActor("framework.view");
  const t = await getTranslations("assess.criteria");
  const frameworks = await listFrameworksInUse(acting, await getLocale(), new Date());
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {frameworks.length === 0 ? (
        <EmptyState icon="book" title={t("emptyTitle")}>
          {t("empty")}
        </EmptyState>
      ) : null}
      {frameworks.map((framework) => (
        <FrameworkCriteria key={framework.id} framework={framework} />
      ))}
    </>
  );
}
