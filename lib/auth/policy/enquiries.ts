import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { Acting } from "../acting";

/** Whether somebody may handle an enquiry: whoever works for the organisation it was sent to, as staff or as certifier. */
export function mayHandleEnquiry(acting: Acting, facts: { readonly toOrganisationId: string }): Decision {
  const organisations = acting.grants.map((grant) => grant.organisationId);
  return organisations.includes(facts.toOrganisationId) ? allowed : refuse("notAllowed");
}

/** Whether anybody may ask a body: those that train or certify take enquiries. */
export function maySendEnquiry(_acting: Acting, facts: { readonly kind: string }): Decision {
  return facts.kind === "provider" || facts.kind === "certifying_body" ? allowed : refuse("notAllowed");
}
