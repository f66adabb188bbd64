import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { Acting } from "../acting";

/** Whether somebody may take part in calibration: whoever is signed in and reaches the round; what bars an assessor is the rule's. */
export function mayCalibrate(acting: Acting): Decision {
  return acting.personId === null ? refuse("notAllowed") : allowed;
}
