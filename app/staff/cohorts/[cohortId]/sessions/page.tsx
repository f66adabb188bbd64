import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLinks, LabelledExport } from "@/components/lists/export-links";
import { SessionTable } from "@/components/sessions/session-table";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { listCohortSessions } from "@/lib/sessions/queries/list-cohort-sessions";
import { decideEditingSession, decidePlanning } from "@/lib/sessions/rules/planning";
import { loadBoard } from "../load-board";

type Props = { params: Promise<{ cohortId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("cohorts");
  const { cohort } = await loadBoard((await params).cohortId);
  return { title: `${t("tabs.sessions")}, ${cohort.name}` };
}

export default async function SessionsPage({ params }: Props) {
  const t = await getTranslations("cohorts");
  const { acting, cohort } = await loadBoard((await params).cohortId);
  const sessions = await listCohortSessions(acting, cohort.id);
  const base = `/staff/cohorts/${cohort.id}/sessions`;
  const actions = decidePlanning(cohort.state).ok ? (
    <>
      <LinkButton href={`/staff/cohorts/${cohort.id}/import`} tone="secondary" icon="upload">
        {t("sessions.import")}
      </LinkButton>
      {sessions.some(({ state }) => decideEditingSession(cohort.state, state).ok) ? (
        <LinkButton href={`${base}/obligations`} tone="secondary" icon="people">
          {t("obligations.open")}
        </LinkButton>
      ) : null}
      <LinkButton href={`${base}/new?several=1`} tone="secondary" icon="list">
        {t("sessions.addRow")}
      </LinkButton>
      <LinkButton href={`${base}/new`} icon="plus">
        {t("sessions.addOne")}
      </LinkButton>
    </>
  ) : null;
  return (
    <Section title={t("tabs.sessions")} actions={actions}>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <ExportLinks list="sessions" cohortId={cohort.id} />
        {sessions.some(({ state }) => state === "held") ? (
          <LabelledExport list="attendance" cohortId={cohort.id} />
        ) : null}
      </div>
      <SessionTable sessions={sessions} cohort={cohort} />
    </Section>
  );
}
