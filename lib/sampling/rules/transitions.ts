import type { Transitions } from "../../core/transitions.ts";
import type { CaseReviewState } from "../../db/generated/enums.ts";

/** The moves of a second look at a decision. */
export const caseReviewTransitions: Transitions<CaseReviewState> = {
  drawn: ["assigned"],
  assigned: ["reviewed"],
  reviewed: [],
};
