import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanList } from "@/components/sessions/plan-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listUpcomingSessions } from "@/lib/sessions/queries/list-upcoming-sessions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cohorts"))("plan.title") };
}

const AHEAD_MS = 366 * 86_400_000;

export default async function PlanPage() {
  const acting = await requireActor("session.manage");
  const t = await getTranslations("cohorts");
  const now = new Date();
  const sessions = await listUpcomingSessions(acting, now, new Date(now.getTime() + AHEAD_MS));
  return (
    <>
      <PageHeader title={t("plan.title")} lead={t("plan.lead")} />
      <PlanList sessions={sessions} />
    </>
  );
}
