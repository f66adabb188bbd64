import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DemoAccounts } from "@/components/sign-in/demo-accounts";
import { LinkForm } from "@/components/sign-in/link-form";
import { ProviderButton } from "@/components/sign-in/provider-button";
import { SignedInNotice } from "@/components/sign-in/signed-in-notice";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { rolesOf } from "@/lib/auth/acting";
import { currentActor, requireActor } from "@/lib/auth/actor";
import { homeFor } from "@/lib/auth/sign-in/rules/areas";
import { callbackPath } from "@/lib/auth/sign-in/rules/callback-path";
import { isSignInProblem } from "@/lib/auth/sign-in/rules/problems";
import { settings } from "@/lib/core/env";
import { sentence } from "@/lib/i18n/sentence";
import { listDemoAccounts } from "@/lib/people/queries/list-demo-accounts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in");
  return { title: t("title"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("signIn.request");
  const [params, actor, locale, t] = await Promise.all([
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("sign-in"),
  ]);
  const { publicUrl, oidc, demo } = settings();
  const path = callbackPath(firstParam(params, "callbackUrl"), publicUrl);
  const problem = firstParam(params, "problem");
  const again = actor.personId !== null && firstParam(params, "again") === "1";
  const form = { callbackPath: path, locale };
  return (
    <div className="mx-auto grid w-full max-w-form gap-8">
      <PageHeader title={again ? t("againTitle") : t("title")} lead={again ? t("againLead") : t("lead")} />
      {isSignInProblem(problem) ? (
        <Callout tone="warning" title={t("problem")}>
          {await sentence(`refusals.${problem}`)}
        </Callout>
      ) : null}
      {actor.personId !== null && !again ? (
        <SignedInNotice name={actor.name} href={path || homeFor(rolesOf(actor))} />
      ) : null}
      <LinkForm {...form} email={actor.email} />
      {oidc ? (
        <ProviderButton name={oidc.name} callbackPath={path} intent={again ? "again" : "signIn"} />
      ) : null}
      {demo && !again ? (
        <DemoAccounts {...form} accounts={await listDemoAccounts(acting, new Date())} />
      ) : null}
    </div>
  );
}
