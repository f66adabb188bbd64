import { allowed, type Decision, refuse } from "@/lib/core/decision";
import { type Acting, organisationsAs } from "../acting";

/** Whether somebody may apply for an organisation's people: its own coordinator may. The load has narrowed it before. */
export function mayEnterFor(acting: Acting, facts: { readonly organisationId: string }): Decision {
  return organisationsAs(acting, "coordinator").includes(facts.organisationId)
    ? allowed
    : refuse("notAllowed");
}
