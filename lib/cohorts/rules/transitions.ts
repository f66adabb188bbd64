import type { Transitions } from "@/lib/core/transitions";
import type { CohortState } from "@/lib/db/generated/enums";

/** The life of a cohort (domain.md, "What is offered"). */
export const cohortTransitions: Transitions<CohortState> = {
  draft: ["open", "cancelled"],
  open: ["closed", "cancelled"],
  closed: ["running", "cancelled"],
  running: ["completed", "cancelled"],
  completed: ["archived"],
  archived: [],
  cancelled: [],
};
