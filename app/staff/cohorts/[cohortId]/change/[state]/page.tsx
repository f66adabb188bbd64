import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StateChangePage } from "@/components/cohorts/state-change-page";
import type { ChangeTarget } from "@/lib/cohorts/rules/consequences";
import { decideStateChange } from "@/lib/cohorts/rules/state-change";
import { cohortTransitions } from "@/lib/cohorts/rules/transitions";
import { listConclusions } from "@/lib/enrolments/queries/list-conclusions";
import { sentence } from "@/lib/i18n/sentence";
import { loadBoard } from "../../load-board";

type Props = { params: Promise<{ cohortId: string; state: string }> };

const isTarget = (state: string): state is ChangeTarget =>
  Object.hasOwn(cohortTransitions, state) && state !== "draft";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { cohortId, state } = await params;
  const { cohort } = await loadBoard(cohortId);
  const t = await getTranslations("cohorts");
  return isTarget(state) ? { title: `${t(`change.${state}.open`)}, ${cohort.name}` } : {};
}

export default async function ChangePage({ params }: Props) {
  const { cohortId, state } = await params;
  const { acting, cohort, now } = await loadBoard(cohortId);
  if (!isTarget(state)) notFound();
  // Done already, or overtaken: who goes back to it, or presses an old link, finds the cohort as it is now.
  if (!cohortTransitions[cohort.state].includes(state)) redirect(`/staff/cohorts/${cohortId}`);
  // Whether the reason is given is seen when the form is sent.
  const decision = decideStateChange(cohort.facts, state, "-", now);
  const refusal = decision.ok
    ? null
    : await sentence(`refusals.${decision.refusal.code}`, decision.refusal.params);
  const conclusions = state === "completed" ? await listConclusions(acting, cohortId, now) : [];
  return <StateChangePage cohort={cohort} to={state} now={now} refusal={refusal} conclusions={conclusions} />;
}
