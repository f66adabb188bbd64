import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/shell/public-shell";
import { shellContext } from "@/components/shell/shell-context";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: t("notFound.title"), robots: { index: false } };
}

/** Missing and forbidden look the same: nobody learns here what exists. */
export default async function NotFound() {
  const t = await getTranslations("shell");
  return (
    <PublicShell {...(await shellContext())}>
      <PageHeader title={t("notFound.title")} lead={t("notFound.lead")} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/">{t("notFound.home")}</LinkButton>
        <LinkButton href="/programmes" tone="secondary">
          {t("notFound.programmes")}
        </LinkButton>
      </div>
    </PublicShell>
  );
}
