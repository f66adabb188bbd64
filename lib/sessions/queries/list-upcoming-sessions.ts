import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import { loadPlan, type PlanSession } from "../facts/load-plan";

/** Sessions of cohorts that are not over, from `now` until `until`, in order of time; at most 400. */
export async function listUpcomingSessions(acting: Acting, now: Date, until: Date): Promise<PlanSession[]> {
  const { sessions } = await loadPlan(
    {
      AND: [
        visibleSessions(acting),
        { state: { in: ["planned", "confirmed"] }, endsAt: { gt: now }, startsAt: { lt: until } },
        { cohort: { state: { in: ["draft", "open", "closed", "running"] } } },
      ],
    },
    now,
    400,
  );
  return sessions;
}
