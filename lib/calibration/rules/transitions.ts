import type { Transitions } from "../../core/transitions.ts";
import type { CalibrationState } from "../../db/generated/enums.ts";

/** The moves of a calibration round (design/domain.md). */
export const calibrationTransitions: Transitions<CalibrationState> = {
  open: ["closed"],
  closed: ["discussed"],
  discussed: [],
};
