import { allowed, type Decision, refuse } from "@/lib/core/decision";
import {
  type CloseAccountFacts,
  decideCloseAccount,
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

/** Whether somebody may answer an invitation: the signed link is the authority, and it names whose answer it is. */
export function mayAnswerInvitation(): Decision {
  return allowed;
}

/** Whether an administrator may give somebody a role. */
export function mayGrantRole(acting: Acting, facts: GrantRoleFacts): Decision {
  return decideGrantRole(facts, personOf(acting));
}

/** Whether an administrator may end somebody's role. */
export function mayEndRole(acting: Acting, facts: EndRoleFacts): Decision {
  return decideEndRole(facts, personOf(acting));
}

/** Whether an administrator may close somebody's account. */
export function mayCloseAccount(acting: Acting, facts: CloseAccountFacts): Decision {
  return decideCloseAccount(facts, personOf(acting));
}

/** Nobody opens their own account as an administrator: a second one does. */
export function mayReopenAccount(acting: Acting, facts: { readonly personId: string }): Decision {
  return facts.personId === personOf(acting) ? refuse("person.ownAccount") : allowed;
}

/** Everything of the installation is an administrator's; who is one is in the permission. */
export function mayAdministrate(): Decision {
  return allowed;
}
