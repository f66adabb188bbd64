import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlanPage } from "@/components/sessions/plan-page";
import type { SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { civilDay } from "@/lib/core/dates";
import { parseMoveForm, parsePlan, planAddress } from "@/lib/sessions/plan-schema";
import { listPlan } from "@/lib/sessions/queries/list-plan";
import { listPlanChoices } from "@/lib/sessions/queries/list-plan-choices";
import { withMove } from "@/lib/sessions/rules/move-token";
import { planPeriod } from "@/lib/sessions/rules/plan-period";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planning"))("title") };
}

export default async function StaffPlanPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("session.manage");
  const params = await searchParams;
  const now = new Date();
  const given = parsePlan(params, now);
  const sent = parseMoveForm(params);
  if (sent && sent !== "unreadable")
    redirect(planAddress(given, { moves: withMove(given.moves, sent), moving: "", day: sent.day }));
  const state = sent === "unreadable" ? { ...given, moving: String(params.session) } : given;
  const period = planPeriod(state.view, state.day);
  const filter = { cohortId: state.cohort, facilitatorId: state.facilitator, roomId: state.room };
  const always = [...state.moves.map(({ sessionId }) => sessionId), ...(state.moving ? [state.moving] : [])];
  const [plan, choices] = await Promise.all([
    listPlan(acting, period, filter, always, now),
    listPlanChoices(acting),
  ]);
  const today = civilDay(now);
  return (
    <PlanPage
      plan={plan}
      choices={choices}
      state={state}
      period={period}
      today={today}
      unreadable={sent === "unreadable"}
    />
  );
}
