import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StatementList } from "@/components/statements/statement-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listWordings } from "@/lib/statements/queries/list-wordings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.statements");
  return { title: t("title") };
}

export default async function StatementsPage() {
  const acting = await requireActor("installation.manage");
  const [t, wordings] = await Promise.all([getTranslations("admin.statements"), listWordings(acting)]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <StatementList wordings={wordings} />
    </>
  );
}
