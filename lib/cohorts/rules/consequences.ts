import type { CohortState } from "@/lib/db/generated/enums";

/** The states that a cohort is moved to by hand. */
export type ChangeTarget = Exclude<CohortState, "draft">;

/** What follows from each change, as the rules and commands have it: the sentences (`cohorts.change.<state>.…`) that are said before it. */
export const cohortConsequences: Record<ChangeTarget, readonly string[]> = {
  open: ["visible", "applications", "pinned"],
  closed: ["noMore", "existing", "queue"],
  running: ["active", "queueClosed", "observations"],
  completed: ["noSessions", "enrolments", "certification"],
  archived: ["hidden", "kept"],
  cancelled: ["seats", "applications", "sessions", "told", "final"],
};
