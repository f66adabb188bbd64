import { all, allowed, type Decision, refuse } from "@/lib/core/decision";
import { decideMayHaveProject, type ProjectOwner } from "@/lib/portfolio/rules/project";
import type { Acting } from "../acting";

/** A participation and whose it is. */
export type ProjectFacts = { readonly personId: string; readonly owner: ProjectOwner };

/** Whether somebody may write about a practice project: it is their own, and they take part. */
export function mayWriteProject(acting: Acting, facts: ProjectFacts): Decision {
  if (acting.personId !== facts.personId) return refuse("notAllowed");
  return decideMayHaveProject(facts.owner);
}

/** Whether a facilitator may agree to a project: they teach its cohort, and it is not their own. */
export function mayAgreeProject(
  acting: Acting,
  facts: ProjectFacts & { readonly teaches: boolean },
): Decision {
  const someoneElses = acting.personId === facts.personId ? refuse("project.own") : allowed;
  return all(facts.teaches ? allowed : refuse("notAllowed"), someoneElses);
}
