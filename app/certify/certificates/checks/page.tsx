import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CheckFindings, CheckSummary } from "@/components/certificates/check-report";
import { PageHeader } from "@/components/ui/page-header";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { getLatestCheck } from "@/lib/certificates/queries/get-latest-check";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certificates.checks");
  return { title: t("title") };
}

export default async function ChecksPage() {
  const acting = await requireActor("certification.view");
  const t = await getTranslations("certificates");
  const check = await getLatestCheck(acting);
  return (
    <>
      <PageHeader
        title={t("checks.title")}
        lead={t("checks.lead")}
        crumbs={[{ label: t("register.title"), href: "/certify/certificates" }, { label: t("checks.title") }]}
      />
      <CheckSummary check={check} now={new Date()} />
      {check ? <CheckFindings findings={check.findings} /> : null}
      <Section title={t("checks.howTitle")}>
        <ProseText text={t("checks.how")} />
      </Section>
    </>
  );
}
