import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SessionList } from "@/components/attendance/session-list";
import { CohortList } from "@/components/facilitate/cohort-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listFacilitatedCohorts } from "@/lib/attendance/queries/list-facilitated-cohorts";
import { listFacilitatedSessions } from "@/lib/attendance/queries/list-facilitated-sessions";
import { requireActor } from "@/lib/auth/actor";
import { countProposedProjects } from "@/lib/portfolio/queries/count-proposed-projects";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("facilitate.home"))("title") };
}

export default async function FacilitatePage() {
  const acting = await requireActor("facilitation.view");
  const t = await getTranslations("facilitate.home");
  const now = new Date();
  const { rows: ahead } = await listFacilitatedSessions(acting, "ahead", now);
  const { rows: unfinished, total } = await listFacilitatedSessions(acting, "unfinished", now);
  const { rows: cohorts } = await listFacilitatedCohorts(acting);
  const projects = await countProposedProjects(acting);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { sessions: total, projects })} />
      <Section title={t("next")} actions={<Link href="/facilitate/sessions">{t("all")}</Link>}>
        {ahead.length > 0 ? (
          <SessionList sessions={ahead.slice(0, 3)} />
        ) : (
          <EmptyState icon="calendar" title={t("none")}>
            {t("noneLead")}
          </EmptyState>
        )}
      </Section>
      {unfinished.length > 0 ? (
        <Section title={t("unfinished")}>
          <SessionList sessions={unfinished.slice(0, 3)} unfinished />
        </Section>
      ) : null}
      <Section title={t("cohorts")} actions={<Link href="/facilitate/cohorts">{t("allCohorts")}</Link>}>
        {cohorts.length > 0 ? (
          <CohortList cohorts={cohorts} />
        ) : (
          <p className="text-muted">{t("noCohorts")}</p>
        )}
      </Section>
    </>
  );
}
