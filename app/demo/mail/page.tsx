import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DemoMailbox } from "@/components/mail/demo-mailbox";
import { PublicShell } from "@/components/shell/public-shell";
import { shellContext } from "@/components/shell/shell-context";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { settings } from "@/lib/core/env";
import { listDemoMails } from "@/lib/mail/queries/list-demo-mails";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in");
  return { title: t("demoMail.title"), robots: { index: false } };
}

/** What the demo has sent. `format=json` is answered by app/api/demo/mail (a rewrite in next.config.ts). */
export default async function DemoMailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  if (!settings().demo) notFound();
  const params = await searchParams;
  const to = firstParam(params, "to") ?? "";
  const [mails, context, t] = await Promise.all([
    listDemoMails(to),
    shellContext(),
    getTranslations("sign-in"),
  ]);
  return (
    <PublicShell {...context}>
      <PageHeader
        title={t("demoMail.title")}
        lead={t("demoMail.lead")}
        actions={
          <LinkButton href="/sign-in" tone="secondary" size="small">
            {t("demoMail.signIn")}
          </LinkButton>
        }
      />
      <DemoMailbox mails={mails} to={to} chosen={firstParam(params, "id")} />
    </PublicShell>
  );
}
