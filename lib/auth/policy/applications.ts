import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { Acting } from "../acting";

type Applicant = { readonly personId: string };

/** Whether somebody may write an application: for themself, as whoever is signed in. */
export function mayApply(acting: Acting): Decision {
  return acting.personId === null ? refuse("signIn.needed") : allowed;
}

/** Whether somebody may change or withdraw an application: their own. */
export function mayChangeApplication(acting: Acting, application: Applicant): Decision {
  return application.personId === acting.personId ? allowed : refuse("notAllowed");
}

/** Whether somebody may answer for the manager, by the link or as coordinator: anybody but the applicant. */
export function mayAnswerApproval(acting: Acting, application: Applicant): Decision {
  return application.personId === acting.personId ? refuse("approval.ownApplication") : allowed;
}

/** Whether staff may decide an application: anybody's but their own. */
export function mayDecideApplication(acting: Acting, application: Applicant): Decision {
  return application.personId === acting.personId ? refuse("application.own") : allowed;
}

/** Whether staff may decide several applications at once: where not all are their own; their own is left out by the command. */
export function mayDecideSeveral(
  acting: Acting,
  { applications }: { readonly applications: readonly Applicant[] },
): Decision {
  return applications.some((application) => application.personId !== acting.personId)
    ? allowed
    : refuse("application.own");
}

/** Whether staff may change a cohort's form: any that the load has found in their reach. */
export function mayEditForm(acting: Acting): Decision {
  return acting.personId === null ? refuse("signIn.needed") : allowed;
}
