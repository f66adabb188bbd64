import type { ReactNode } from "react";
import { CohortHead } from "@/components/cohorts/cohort-head";
import { loadBoard } from "./load-board";

type Props = { params: Promise<{ cohortId: string }>; children: ReactNode };

export default async function CohortLayout({ params, children }: Props) {
  const { cohort } = await loadBoard((await params).cohortId);
  return (
    <>
      <CohortHead cohort={cohort} />
      {children}
    </>
  );
}
