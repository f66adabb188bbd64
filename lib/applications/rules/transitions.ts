import type { Transitions } from "@/lib/core/transitions";
import type { ApplicationState } from "@/lib/db/generated/enums";

/** How an application moves (design/domain.md, "Getting in"). The database holds the same table. */
export const applicationTransitions: Transitions<ApplicationState> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["manager_pending", "under_review", "withdrawn"],
  manager_pending: ["manager_approved", "manager_declined", "withdrawn"],
  manager_approved: ["under_review", "withdrawn"],
  manager_declined: [],
  under_review: ["admitted", "waitlisted", "declined", "withdrawn"],
  admitted: [],
  waitlisted: ["admitted", "declined", "withdrawn"],
  declined: [],
  withdrawn: [],
};

/** Whether an application in `state` may still lead to a seat; one person has one such application to a cohort. */
export function isOpenApplication(state: ApplicationState): boolean {
  return state !== "admitted" && applicationTransitions[state].length > 0;
}
