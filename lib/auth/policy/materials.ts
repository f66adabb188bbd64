import { allowed, type Decision, refuse } from "@/lib/core/decision";
import { type Acting, organisationsAs } from "../acting";

/** What is known of a session that something is handed out with. */
export type HandingOutFacts = {
  readonly providerId: string;
  /** The cohort, with its teaching team. */
  readonly cohort: { readonly facilitators: readonly { readonly personId: string }[] };
};

/** Whether somebody may hand out materials with a session, and take them back: whoever teaches the cohort, and the provider's staff. */
export function mayHandOut(acting: Acting, { providerId, cohort }: HandingOutFacts): Decision {
  const asStaff = organisationsAs(acting, "staff").includes(providerId);
  const asTeacher =
    acting.grants.some((grant) => grant.role === "facilitator") &&
    cohort.facilitators.some(({ personId }) => personId === acting.personId);
  return asStaff || asTeacher ? allowed : refuse("notAllowed");
}
