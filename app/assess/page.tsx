import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { QueueTable } from "@/components/assess/queue-table";
import { UnfinishedList } from "@/components/assess/unfinished-list";
import { ExportLinks } from "@/components/lists/export-links";
import { VisitList } from "@/components/observations/visit-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { sentence } from "@/lib/i18n/sentence";
import { listAssessmentQueue } from "@/lib/observations/queries/list-assessment-queue";
import { listObservations } from "@/lib/observations/queries/list-observations";
import { listVisits } from "@/lib/observations/queries/list-visits";
import { decideVisitBegun } from "@/lib/observations/rules/visit-times";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assess.queue"))("title") };
}

export default async function AssessPage() {
  const acting = await requireActor("assessment.view");
  const now = new Date();
  const t = await getTranslations("assess");
  const queue = await listAssessmentQueue(acting, now);
  const visits = await listVisits(acting, { time: "ahead" });
  const unfinished = (await listObservations(acting, { states: ["draft", "submitted", "returned"] })).filter(
    (observation) => observation.pair?.stage !== "joint",
  );
  const begun = visits.filter((visit) => decideVisitBegun(visit, now).ok && !visit.observation);
  const next = visits.filter((visit) => !decideVisitBegun(visit, now).ok).slice(0, 5);
  const barred = queue.filter((entry) => entry.barred);
  const reasons = new Map<string, string>();
  for (const { enrolmentId, barred: refusal } of barred) {
    if (refusal) reasons.set(enrolmentId, await sentence(`refusals.${refusal.code}`, refusal.params));
  }
  const empty =
    queue.length === 0 ? (
      <EmptyState title={t("queue.emptyTitle")}>{t("queue.empty")}</EmptyState>
    ) : (
      t("queue.emptyOpen")
    );
  return (
    <>
      <PageHeader title={t("queue.title")} lead={t("queue.lead")} />
      <UnfinishedList observations={unfinished} visits={begun} />
      <Section title={t("next.title")} actions={<Link href="/assess/visits">{t("next.all")}</Link>}>
        {next.length > 0 ? (
          <VisitList visits={next} basePath="/assess/visits" lead="participant" now={now} />
        ) : (
          <p className="text-muted">{t("next.none")}</p>
        )}
      </Section>
      <Section title={t("queue.open")} actions={<ExportLinks list="assessmentQueue" />}>
        <QueueTable
          entries={queue.filter((entry) => !entry.barred)}
          caption={t("queue.open")}
          empty={empty}
        />
      </Section>
      {barred.length > 0 ? (
        <Section title={t("queue.barred")} lead={t("queue.barredLead")}>
          <QueueTable entries={barred} caption={t("queue.barred")} empty={null} reasons={reasons} />
        </Section>
      ) : null}
    </>
  );
}
