import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { endOfDay, instantOf } from "@/lib/core/dates";
import { insist, refuse } from "@/lib/core/decision";
import type { Role } from "@/lib/db/generated/enums";
import type { EndRoleFacts, GrantRoleFacts } from "@/lib/people/rules/roles";

/** Days are days of the installation's offices. */

/** A role to give, with days as people say them: `validTo` is the last day. */
export type RoleGrantRequest = {
  readonly personId: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
};

/** What the rule has to know to give a role; null where there is no such person or organisation. The person is locked. */
export async function loadGrantFacts(
  { tx }: Work,
  request: RoleGrantRequest,
): Promise<GrantRoleFacts | null> {
  await tx.$executeRaw`SELECT 1 FROM person WHERE id = ${request.personId}::uuid FOR UPDATE`;
  const person = await tx.person.findUnique({
    where: { id: request.personId },
    select: { closedAt: true },
  });
  const organisation = await tx.organisation.findUnique({
    where: { id: request.organisationId },
    select: { kind: true },
  });
  if (!person || !organisation) return null;
  return {
    personId: request.personId,
    closed: person.closedAt !== null,
    role: request.role,
    organisationKind: organisation.kind,
  };
}

/** Gives a role. One that overlaps another of the same kind is refused by the constraint (`role.alreadyGranted`). */
export async function grantRole(work: Work, request: RoleGrantRequest): Promise<void> {
  const validFrom = request.validFrom
    ? insist(instantOf(`${request.validFrom}T00:00`, CIVIL_ZONE))
    : work.now;
  const validTo = request.validTo ? endOfDay(request.validTo, CIVIL_ZONE) : null;
  if (validTo && validTo <= validFrom) insist(refuse("role.endBeforeStart", undefined, "validTo"));
  const { id } = await work.tx.roleGrant.create({
    data: {
      personId: request.personId,
      role: request.role,
      organisationId: request.organisationId,
      validFrom,
      validTo,
      grantedById: personOf(work.acting),
      createdAt: work.now,
    },
    select: { id: true },
  });
  await work.audit({
    stream: `person:${request.personId}`,
    action: "role.granted",
    entity: "person",
    entityId: request.personId,
    detail: {
      grant: id,
      role: request.role,
      organisation: request.organisationId,
      from: validFrom.toISOString(),
      to: validTo?.toISOString() ?? null,
    },
  });
}

/**
 * How many other people are administrators for good, with an open account. Whoever takes an administrator away asks this
 * first, and waits here for another who does. A grant that has an end does not count: `now` was taken before the wait, and a
 * grant that ended meanwhile would seem to be in force.
 */
export async function countOtherAdmins({ tx, now }: Work, personId: string): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('role_grant:admin', 0))`;
  return tx.person.count({
    where: {
      id: { not: personId },
      closedAt: null,
      roleGrants: { some: { role: "admin", validFrom: { lte: now }, validTo: null } },
    },
  });
}

/** The grant to end with what the rule has to know; null where there is none. */
export async function loadEndFacts(
  work: Work,
  grantId: string,
): Promise<(EndRoleFacts & { readonly grantId: string; readonly organisationId: string }) | null> {
  const grant = await work.tx.roleGrant.findUnique({
    where: { id: grantId },
    select: { personId: true, role: true, organisationId: true, validTo: true },
  });
  if (!grant) return null;
  return {
    grantId,
    personId: grant.personId,
    role: grant.role,
    organisationId: grant.organisationId,
    ended: grant.validTo !== null && grant.validTo <= work.now,
    otherAdmins: await countOtherAdmins(work, grant.personId),
  };
}

/** Ends a role now; one that has not begun never does. It stays in the records. */
export async function endRole(
  work: Work,
  facts: EndRoleFacts & { readonly grantId: string; readonly organisationId: string },
): Promise<void> {
  // A grant that is to begin later ends when it would have begun: a period of no length.
  const count = await work.tx.$executeRaw`
    UPDATE role_grant SET valid_to = greatest(${work.now}::timestamptz, valid_from)
    WHERE id = ${facts.grantId}::uuid AND (valid_to IS NULL OR valid_to > ${work.now}::timestamptz)`;
  if (count === 0) insist(refuse("conflict"));
  await work.audit({
    stream: `person:${facts.personId}`,
    action: "role.ended",
    entity: "person",
    entityId: facts.personId,
    detail: { grant: facts.grantId, role: facts.role, organisation: facts.organisationId },
  });
}
