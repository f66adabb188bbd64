import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountDetails } from "@/components/people/account-details";
import { AccountProviders } from "@/components/people/account-providers";
import { AccountRoles } from "@/components/people/account-roles";
import { AccountSessions } from "@/components/people/account-sessions";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { currentSessionHash, requireActor } from "@/lib/auth/actor";
import { isSignInProblem } from "@/lib/auth/sign-in/rules/problems";
import { settings } from "@/lib/core/env";
import { sentence } from "@/lib/i18n/sentence";
import { getAccount } from "@/lib/people/queries/get-account";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in");
  return { title: t("account.title") };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("account.manage");
  const [params, account, currentHash, t] = await Promise.all([
    searchParams,
    getAccount(acting, new Date()),
    currentSessionHash(),
    getTranslations("sign-in"),
  ]);
  const problem = firstParam(params, "problem");
  return (
    <div className="grid max-w-3xl gap-2">
      <PageHeader title={t("account.title")} lead={t("account.lead")} />
      {isSignInProblem(problem) ? (
        <Callout tone="warning">{await sentence(`refusals.${problem}`)}</Callout>
      ) : null}
      {firstParam(params, "connected") ? <Callout tone="success">{t("account.connectedNow")}</Callout> : null}
      <AccountDetails account={account} />
      <AccountRoles account={account} />
      <AccountProviders account={account} provider={settings().oidc?.name} />
      <AccountSessions account={account} currentHash={currentHash} />
    </div>
  );
}
