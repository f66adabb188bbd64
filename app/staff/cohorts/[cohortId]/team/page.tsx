import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TeamPanel } from "@/components/cohorts/team-panel";
import { listTeamCandidates } from "@/lib/cohorts/queries/list-team-candidates";
import { loadBoard } from "../load-board";

type Props = { params: Promise<{ cohortId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("cohorts");
  const { cohort } = await loadBoard((await params).cohortId);
  return { title: `${t("tabs.team")}, ${cohort.name}` };
}

export default async function TeamPage({ params }: Props) {
  const { acting, cohort, now } = await loadBoard((await params).cohortId);
  return <TeamPanel cohort={cohort} candidates={await listTeamCandidates(acting, cohort, now)} />;
}
