import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { QueueSections } from "@/components/assess/queue-sections";
import { UnfinishedList } from "@/components/assess/unfinished-list";
import { VisitList } from "@/components/observations/visit-list";
import { PageHeader } from "@/components/ui/page-header";
import { pageParam, type SearchParams } from "@/components/ui/search-params";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { formatDayMonth } from "@/lib/i18n/format";
import { sentence } from "@/lib/i18n/sentence";
import { listAssessmentQueue } from "@/lib/observations/queries/list-assessment-queue";
import { listObservations } from "@/lib/observations/queries/list-observations";
import { listVisits } from "@/lib/observations/queries/list-visits";
import { decideVisitBegun } from "@/lib/observations/rules/visit-times";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assess.queue"))("title") };
}

export default async function AssessPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("assessment.view");
  const params = await searchParams;
  const now = new Date();
  const [t, locale] = await Promise.all([getTranslations("assess"), getLocale()]);
  const queue = await listAssessmentQueue(acting, now);
  const visits = await listVisits(acting, { time: "ahead" });
  const unfinished = (await listObservations(acting, { states: ["draft", "submitted", "returned"] })).filter(
    (observation) => observation.pair?.stage !== "joint",
  );
  const begun = visits.filter((visit) => decideVisitBegun(visit, now).ok && !visit.observation);
  const next = visits.filter((visit) => !decideVisitBegun(visit, now).ok).slice(0, 5);
  const soonest = visits.find((visit) => visit.state === "booked" && !begun.includes(visit));
  const reasons = new Map<string, string>();
  for (const { enrolmentId, barred: refusal } of queue) {
    if (refusal) reasons.set(enrolmentId, await sentence(`refusals.${refusal.code}`, refusal.params));
  }
  return (
    <>
      <PageHeader
        title={t("queue.title")}
        lead={t("queue.waits", {
          count: unfinished.length + begun.length,
          next: soonest ? "one" : "none",
          name: soonest?.participant ?? "",
          date: soonest ? formatDayMonth(soonest.startsAt, locale, soonest.timeZone) : "",
        })}
      />
      <UnfinishedList observations={unfinished} visits={begun} />
      <Section title={t("next.title")} actions={<Link href="/assess/visits">{t("next.all")}</Link>}>
        {next.length > 0 ? (
          <VisitList visits={next} basePath="/assess/visits" lead="participant" now={now} />
        ) : (
          <p className="text-muted">{t("next.none")}</p>
        )}
      </Section>
      <QueueSections queue={queue} reasons={reasons} page={pageParam(params)} params={params} />
    </>
  );
}
