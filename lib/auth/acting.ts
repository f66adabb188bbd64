import { type ActorRole, type Permission, permissions } from "./permissions";

/** A role inside an organisation, valid now. */
export type Grant = {
  readonly role: Exclude<ActorRole, "anonymous" | "person" | "participant">;
  readonly organisationId: string;
};

/** Who is asking, as read from the database at this request. */
export type Actor = {
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
  readonly grants: readonly Grant[];
  /** Has an enrolment that is not withdrawn, substituted or transferred. */
  readonly isParticipant: boolean;
  /** When they last proved who they are. */
  readonly authenticatedAt: Date | null;
};

/** Whoever is not signed in. */
export const anonymous: Actor = {
  personId: null,
  name: "",
  email: "",
  grants: [],
  isParticipant: false,
  authenticatedAt: null,
};

/**
 * An actor, narrowed to what gives them one permission. Scopes and policies see only this, so that a role that does not
 * carry the permission can never widen what is reached with it.
 */
export type Acting = {
  readonly personId: string | null;
  readonly permission: Permission | "system";
  /** The role in which they act; the audit trail's acting role. `system` for a job, which lib/auth/system.ts starts. */
  readonly role: ActorRole | "system";
  /** The grants that carry the permission. */
  readonly grants: readonly Grant[];
};

/** The acting person's id. Throws where nobody is signed in: a permission without `anonymous` is never held by nobody. */
export function personOf(acting: Acting): string {
  if (acting.personId === null) throw new Error(`${acting.permission} without a person`);
  return acting.personId;
}

/** The organisations in which the acting person has `role` under this permission. */
export function organisationsAs(acting: Acting, role: Grant["role"]): string[] {
  return acting.grants.filter((grant) => grant.role === role).map((grant) => grant.organisationId);
}

/** An organisation that somebody named, where the acting person has `role` in it; null elsewhere, like one that does not exist. */
export function ownOrganisation(
  acting: Acting,
  role: Grant["role"],
  organisationId: string,
): { readonly id: string } | null {
  return organisationsAs(acting, role).includes(organisationId) ? { id: organisationId } : null;
}

/** Every role the actor has, weakest first. */
export function rolesOf(actor: Actor): ActorRole[] {
  if (actor.personId === null) return ["anonymous"];
  const granted = [...new Set(actor.grants.map((grant) => grant.role))];
  return ["person", ...(actor.isParticipant ? (["participant"] as const) : []), ...granted];
}

/** The actor acting with `permission`; null where no role of theirs has it. */
export function actingWith(actor: Actor, permission: Permission): Acting | null {
  const carrying = permissions[permission] as readonly ActorRole[];
  const roles = rolesOf(actor).filter((role) => carrying.includes(role));
  const role = roles.at(-1);
  if (!role) return null;
  return {
    personId: actor.personId,
    permission,
    role,
    grants: actor.grants.filter((grant) => carrying.includes(grant.role)),
  };
}
