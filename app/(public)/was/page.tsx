import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { StatementPage } from "@/components/public/statement-page";
import { requireActor } from "@/lib/auth/actor";
import { getStatement } from "@/lib/statements/queries/get-statement";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("was.title") };
}

export default async function Page() {
  const acting = await requireActor("catalogue.view");
  const [locale, t] = await Promise.all([getLocale(), getTranslations("public")]);
  return (
    <StatementPage title={t("was.title")} statement={await getStatement(acting, "accessibility", locale)} />
  );
}
