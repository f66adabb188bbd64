import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInSettings } from "@/components/admin/sign-in-settings";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { settings } from "@/lib/core/env";
import { getInstallation } from "@/lib/installation/queries/get-installation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.signIn");
  return { title: t("title") };
}

export default async function SignInSettingsPage() {
  const acting = await requireActor("installation.view");
  const [figures, t] = await Promise.all([
    getInstallation(acting, new Date()),
    getTranslations("admin.signIn"),
  ]);
  if (!figures) notFound();
  const { oidc, publicUrl, trustedProxyHops, mailFrom, smtpUrl } = settings();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <SignInSettings
        oidc={oidc && { name: oidc.name, issuer: oidc.issuer, trustsEmail: oidc.trustsEmail }}
        callback={`${publicUrl}/api/auth/callback/oidc`}
        hops={trustedProxyHops}
        mailFrom={smtpUrl ? mailFrom : null}
        signedIn={figures.signedIn}
      />
    </>
  );
}
