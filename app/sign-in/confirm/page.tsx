import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmForm } from "@/components/sign-in/confirm-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { currentActor, requireActor } from "@/lib/auth/actor";
import { getSignInLink } from "@/lib/auth/sign-in/queries/get-sign-in-link";
import { callbackPath } from "@/lib/auth/sign-in/rules/callback-path";
import { signInLinkConfirmation } from "@/lib/auth/sign-in/schema";
import { settings } from "@/lib/core/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in");
  return { title: t("confirm.title"), robots: { index: false, follow: false } };
}

/** Where the link of the mail leads. Opening it changes nothing; its button does. */
export default async function ConfirmPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("signIn.request");
  const [params, actor, t] = await Promise.all([searchParams, currentActor(), getTranslations("sign-in")]);
  const path = callbackPath(firstParam(params, "callbackUrl"), settings().publicUrl);
  const given = signInLinkConfirmation.safeParse({
    token: firstParam(params, "token"),
    email: firstParam(params, "email"),
    callbackUrl: path,
  });
  const link = given.success
    ? await getSignInLink(acting, given.data.token, given.data.email, new Date())
    : null;
  if (!given.success || !link)
    return (
      <div className="mx-auto grid w-full max-w-form gap-6">
        <PageHeader title={t("confirm.spentTitle")} lead={t("confirm.spentLead")} />
        <div>
          <LinkButton href={path ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : "/sign-in"}>
            {t("confirm.new")}
          </LinkButton>
        </div>
      </div>
    );
  const other = actor.personId !== null && actor.email !== link.email ? actor.name : undefined;
  return (
    <div className="mx-auto grid w-full max-w-form gap-6">
      <PageHeader title={t("confirm.title")} lead={t("confirm.lead", { email: link.email })} />
      <ConfirmForm token={given.data.token} email={link.email} callbackPath={path} otherPerson={other} />
    </div>
  );
}
