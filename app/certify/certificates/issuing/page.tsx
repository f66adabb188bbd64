import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortsToIssue, IssuingRuns } from "@/components/certificates/issuing-runs";
import { IssuingSwitch } from "@/components/certificates/issuing-switch";
import { RefreshWhile } from "@/components/certificates/refresh-while";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { listIssuing } from "@/lib/certificates/queries/list-issuing";
import { sentence } from "@/lib/i18n/sentence";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certificates.issuing");
  return { title: t("title") };
}

export default async function IssuingPage() {
  const acting = await requireActor("certificate.issue");
  const t = await getTranslations("certificates");
  const { bodies, cohorts, runs } = await listIssuing(acting, new Date());
  const codes = new Set(runs.flatMap(({ refusals }) => refusals.map(({ code }) => code)));
  const sentences = Object.fromEntries(
    await Promise.all([...codes].map(async (code) => [code, await sentence(`refusals.${code}`)] as const)),
  );
  return (
    <>
      <RefreshWhile running={runs.some(({ finishedAt, paused }) => !finishedAt && !paused)} />
      <PageHeader
        title={t("issuing.title")}
        lead={t("issuing.lead")}
        crumbs={[
          { label: t("register.title"), href: "/certify/certificates" },
          { label: t("issuing.title") },
        ]}
      />
      <div className="grid gap-4">
        {bodies.map((body) => (
          <IssuingSwitch key={body.certifyingBodyId} body={body} />
        ))}
      </div>
      <Section title={t("issuing.cohorts")} lead={t("issuing.cohortsLead")}>
        <CohortsToIssue cohorts={cohorts} />
      </Section>
      <Section title={t("issuing.runs")}>
        <IssuingRuns runs={runs} sentences={sentences} />
      </Section>
    </>
  );
}
