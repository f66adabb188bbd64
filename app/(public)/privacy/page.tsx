import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StatementPage } from "@/components/public/statement-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("privacy.title"), description: t("privacy.lead") };
}

export default function Page() {
  return <StatementPage name="privacy" />;
}
