import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { Acting } from "../acting";

/** Whether somebody may take part in second looks: whoever is signed in and reaches them; who took part in the case is the rule's. */
export function maySample(acting: Acting): Decision {
  return acting.personId === null ? refuse("notAllowed") : allowed;
}
