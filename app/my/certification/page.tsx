import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { OwnCaseView } from "@/components/certification/own-case";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { countRepresentations } from "@/lib/certification/queries/count-representations";
import { listMyCases } from "@/lib/certification/queries/list-my-cases";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certification.own");
  return { title: t("title") };
}

export default async function MyCertificationPage() {
  const acting = await requireActor("my.view");
  const t = await getTranslations("certification.own");
  const now = new Date();
  const cases = await listMyCases(acting, await getLocale(), now);
  const represented = await countRepresentations(acting);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {represented > 0 ? (
        <Callout tone="info" icon="people" className="mb-8">
          <Link href="/my/represented">{t("represented", { count: represented })}</Link>
        </Callout>
      ) : null}
      {cases.length === 0 ? (
        <EmptyState
          icon="award"
          title={t("none")}
          actions={
            <LinkButton href="/programmes" tone="secondary">
              {t("toProgrammes")}
            </LinkButton>
          }
        >
          {t("noneHint")}
        </EmptyState>
      ) : (
        cases.map((its) => <OwnCaseView key={its.id} its={its} now={now} />)
      )}
    </>
  );
}
