import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { Acting } from "../acting";

/** Whether a certifier may authorise somebody, or end it: never themself (ISO/IEC 17024 5.2). */
export function mayAuthorise(acting: Acting, facts: { readonly personId: string }): Decision {
  return acting.personId === facts.personId ? refuse("authorisation.oneself") : allowed;
}

/** Whether somebody may write, approve and retire frameworks: whoever is signed in and reaches them; the rest is the rules'. */
export function mayManageFrameworks(acting: Acting): Decision {
  return acting.personId === null ? refuse("notAllowed") : allowed;
}
