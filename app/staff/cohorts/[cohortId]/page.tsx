import type { Metadata } from "next";
import { CohortBoard } from "@/components/cohorts/cohort-board";
import { loadBoard } from "./load-board";

type Props = { params: Promise<{ cohortId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { cohort } = await loadBoard((await params).cohortId);
  return { title: cohort.name };
}

export default async function CohortBoardPage({ params }: Props) {
  const { cohort, now } = await loadBoard((await params).cohortId);
  return <CohortBoard cohort={cohort} now={now} />;
}
