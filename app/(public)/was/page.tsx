import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StatementPage } from "@/components/public/statement-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public");
  return { title: t("was.title"), description: t("was.lead") };
}

export default function Page() {
  return <StatementPage name="was" />;
}
