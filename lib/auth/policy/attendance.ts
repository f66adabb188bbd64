import { allowed, type Decision, refuse } from "@/lib/core/decision";
import { type Acting, organisationsAs } from "../acting";

/** What is known of a session whose roll is to be called. */
export type RollFacts = {
  readonly providerId: string;
  /** Whether the acting person is on the cohort's teaching team. */
  readonly teaches: boolean;
};

/** Whether somebody may note who came: whoever teaches the cohort, and the provider's staff. */
export function mayRecordAttendance(acting: Acting, facts: RollFacts): Decision {
  const asStaff = organisationsAs(acting, "staff").includes(facts.providerId);
  const asTeacher = facts.teaches && acting.grants.some((grant) => grant.role === "facilitator");
  return asStaff || asTeacher ? allowed : refuse("notAllowed");
}
