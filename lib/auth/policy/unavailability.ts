import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { Acting } from "../acting";

/** Whether somebody may say, or take back, when a person cannot: that person themself. The scope has narrowed it before. */
export function mayChangeOwnTime(acting: Acting, facts: { readonly personId: string }): Decision {
  return acting.personId === facts.personId ? allowed : refuse("notAllowed");
}
