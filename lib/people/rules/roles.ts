import { allowed, type Decision, refuse } from "../../core/decision.ts";
import type { OrganisationKind, Role } from "../../db/generated/enums.ts";

/** Whoever trains: a provider, or a public body that trains its own people (an agreement `in_house` or `funded`). */
const TRAINS = ["provider", "municipality", "region", "state", "other"] as const;

/**
 * In which kinds of organisation a role can be held. Whoever trains does not certify, and the certifying body does not train
 * (ISO/IEC 17024 5.2); a coordinator looks after the people of whoever sends them.
 */
const HELD_IN: Readonly<Record<Role, readonly OrganisationKind[] | "any">> = {
  facilitator: TRAINS,
  staff: TRAINS,
  assessor: ["certifying_body"],
  certifier: ["certifying_body"],
  coordinator: ["municipality", "region", "state", "other"],
  admin: "any",
};

/** The roles, in the order in which they are shown. */
export const grantableRoles = Object.keys(HELD_IN) as Role[];

/** Whether `role` can be held in an organisation of `kind`. */
export function roleFits(role: Role, kind: OrganisationKind): boolean {
  const kinds = HELD_IN[role];
  return kinds === "any" || kinds.includes(kind);
}

/** Who gets which role, where. */
export type GrantRoleFacts = {
  readonly personId: string;
  readonly closed: boolean;
  readonly role: Role;
  readonly organisationKind: OrganisationKind;
};

/** Whether `granterId` may give the role. Nobody gives themself one: whoever may is otherwise everything at will. */
export function decideGrantRole(facts: GrantRoleFacts, granterId: string): Decision {
  if (facts.personId === granterId) return refuse("role.toOneself");
  if (facts.closed) return refuse("role.accountClosed");
  return roleFits(facts.role, facts.organisationKind)
    ? allowed
    : refuse("role.organisationKind", undefined, "organisationId");
}

/** Which grant is to end, and how many administrators there would still be. */
export type EndRoleFacts = {
  readonly personId: string;
  readonly role: Role;
  readonly ended: boolean;
  /** Other people with a grant as `admin` that has no end, and an open account. */
  readonly otherAdmins: number;
};

/** Whether `enderId` may end the grant. An installation is never left without an administrator. */
export function decideEndRole(facts: EndRoleFacts, enderId: string): Decision {
  if (facts.ended) return refuse("role.ended");
  if (facts.role !== "admin") return allowed;
  if (facts.personId === enderId) return refuse("role.ownAdmin");
  return facts.otherAdmins > 0 ? allowed : refuse("role.lastAdmin");
}

/** Whose account is to close, and how many administrators there would still be. */
export type CloseAccountFacts = {
  readonly personId: string;
  readonly isAdmin: boolean;
  /** As in EndRoleFacts. */
  readonly otherAdmins: number;
};

/** Whether `closerId` may close the account: somebody else's, and never the last administrator's. */
export function decideCloseAccount(facts: CloseAccountFacts, closerId: string): Decision {
  if (facts.personId === closerId) return refuse("person.ownAccount");
  return facts.isAdmin && facts.otherAdmins === 0 ? refuse("role.lastAdmin") : allowed;
}
