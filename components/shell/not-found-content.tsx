import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { MissingShown } from "./answered-without-scripts";

export async function notFoundMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: t("notFound.title"), robots: { index: false } };
}

/** Missing and forbidden look the same: nobody learns here what exists. For the not-found.tsx of each area, in its own frame. */
export async function NotFoundContent() {
  const t = await getTranslations("shell");
  return (
    <>
      <MissingShown />
      <PageHeader title={t("notFound.title")} lead={t("notFound.lead")} />
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/">{t("notFound.home")}</LinkButton>
        <LinkButton href="/programmes" tone="secondary">
          {t("notFound.programmes")}
        </LinkButton>
      </div>
    </>
  );
}
