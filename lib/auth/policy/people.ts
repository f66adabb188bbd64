import { allowed, type Decision, refuse } from "@/lib/core/decision";
import {
  decideEndRole,
  decideGrantRole,
  type EndRoleFacts,
  type GrantRoleFacts,
} from "@/lib/people/rules/roles";
import { type Acting, personOf } from "../acting";

/** A sign-in link is for anybody, as long as the limits are kept: `taken` is what they say. */
export function mayRequestLink(_acting: Acting, taken: Decision): Decision {
  return taken;
}

/** What is loaded for the acting person is their own: the load asked for nothing else. */
export function mayManageOwnAccount(acting: Acting, facts: { readonly personId: string }): Decision {
  return facts.personId === personOf(acting) ? allowed : refuse("notAllowed");
}

/** Whether an administrator may give somebody a role. */
export function mayGrantRole(acting: Acting, facts: GrantRoleFacts): Decision {
  return decideGrantRole(facts, personOf(acting));
}

/** Whether an administrator may end somebody's role. */
export function mayEndRole(acting: Acting, facts: EndRoleFacts): Decision {
  return decideEndRole(facts, personOf(acting));
}

/** Nobody closes or opens their own account as an administrator: a second one does. */
export function mayCloseAccount(acting: Acting, facts: { readonly personId: string }): Decision {
  return facts.personId === personOf(acting) ? refuse("person.ownAccount") : allowed;
}

/** Everything of the installation is an administrator's; who is one is in the permission. */
export function mayAdministrate(): Decision {
  return allowed;
}
