import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { CohortState, SessionState } from "@/lib/db/generated/enums";

/** Whether materials may be handed out with a session or taken back: also after it, and as long as the cohort is kept. */
export function decideHandingOut(cohort: CohortState, session: SessionState): Decision {
  if (cohort === "archived" || cohort === "cancelled") return refuse("cohort.ended");
  return session === "cancelled" ? refuse("session.over") : allowed;
}
