import type { Transitions } from "../../core/transitions.ts";
import type { FrameworkVersionState } from "../../db/generated/enums.ts";

/** The moves of a framework version; never edited after it is approved (design/domain.md). */
export const frameworkVersionTransitions: Transitions<FrameworkVersionState> = {
  draft: ["approved"],
  approved: ["in_use"],
  in_use: ["retired"],
  retired: [],
};
