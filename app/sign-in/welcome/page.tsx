import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WelcomeForm } from "@/components/sign-in/welcome-form";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { callbackPath } from "@/lib/auth/sign-in/rules/callback-path";
import { settings } from "@/lib/core/env";
import { getAccount } from "@/lib/people/queries/get-account";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in");
  return { title: t("welcome.title"), robots: { index: false } };
}

/** The first sign-in's one question. */
export default async function WelcomePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("account.manage");
  const [params, account, t] = await Promise.all([
    searchParams,
    getAccount(acting, new Date()),
    getTranslations("sign-in"),
  ]);
  return (
    <div className="mx-auto grid w-full max-w-form gap-6">
      <PageHeader title={t("welcome.title")} lead={t("welcome.lead")} />
      <WelcomeForm
        callbackPath={callbackPath(firstParam(params, "callbackUrl"), settings().publicUrl)}
        locale={account.locale}
      />
    </div>
  );
}
