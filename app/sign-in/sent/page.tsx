import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { callbackPath } from "@/lib/auth/sign-in/rules/callback-path";
import { settings } from "@/lib/core/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in");
  return { title: t("sent.title"), robots: { index: false } };
}

export default async function LinkSentPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = await getTranslations("sign-in");
  const { publicUrl, demo } = settings();
  const path = callbackPath(firstParam(await searchParams, "callbackUrl"), publicUrl);
  return (
    <div className="mx-auto grid w-full max-w-form gap-6">
      <PageHeader title={t("sent.title")} lead={t("sent.lead")} />
      <p>{t("sent.late")}</p>
      <div className="flex flex-wrap gap-3">
        {demo ? (
          <LinkButton href="/demo/mail" icon="inbox">
            {t("sent.mailbox")}
          </LinkButton>
        ) : null}
        <LinkButton
          href={path ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : "/sign-in"}
          tone="secondary"
        >
          {t("sent.again")}
        </LinkButton>
      </div>
    </div>
  );
}
