import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ObligationsPage, obligationPicks } from "@/components/sessions/obligations-page";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { listCohortSessions } from "@/lib/sessions/queries/list-cohort-sessions";
import { decideEditingSession } from "@/lib/sessions/rules/planning";
import { loadBoard } from "../../load-board";

type Props = { params: Promise<{ cohortId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("cohorts");
  const { cohort } = await loadBoard((await params).cohortId);
  return { title: `${t("obligations.title")}, ${cohort.name}` };
}

export default async function CohortObligationsPage({ params, searchParams }: Props) {
  const { acting, cohort } = await loadBoard((await params).cohortId);
  const sessions = await listCohortSessions(acting, cohort.id);
  const wanted = firstParam(await searchParams, "pick");
  return (
    <ObligationsPage
      cohort={cohort}
      sessions={sessions.filter(({ state }) => decideEditingSession(cohort.state, state).ok)}
      pick={obligationPicks.find((pick) => pick === wanted) ?? "none"}
    />
  );
}
