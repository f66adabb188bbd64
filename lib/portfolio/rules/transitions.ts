import type { Transitions } from "../../core/transitions.ts";
import type { PracticeProjectState } from "../../db/generated/enums.ts";

/** The moves of a practice project (design/domain.md "Learning in practice"). */
export const projectTransitions: Transitions<PracticeProjectState> = {
  proposed: ["agreed", "abandoned"],
  agreed: ["active", "abandoned"],
  active: ["concluded", "abandoned"],
  concluded: [],
  abandoned: [],
};
