import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import type { Locale } from "@/lib/db/generated/enums";
import { grantInForce } from "@/lib/people/facts/grant-in-force";
import type { CloseAccountFacts } from "@/lib/people/rules/roles";
import { countOtherAdmins } from "./manage-role";

/** Makes a person who has not signed in yet; returns the id. An address that somebody has is refused by the constraint. */
export async function createPerson(
  work: Work,
  details: { readonly name: string; readonly email: string; readonly locale: Locale },
): Promise<string> {
  const { id } = await work.tx.person.create({ data: details, select: { id: true } });
  await work.audit({ stream: `person:${id}`, action: "person.created", entity: "person", entityId: id });
  return id;
}

/** The account to close with what the rule has to know; null where there is none. */
export async function loadCloseFacts(work: Work, personId: string): Promise<CloseAccountFacts | null> {
  const person = await work.tx.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      roleGrants: { where: { role: "admin", ...grantInForce(work.now) }, select: { id: true } },
    },
  });
  if (!person) return null;
  const isAdmin = person.roleGrants.length > 0;
  return { personId, isAdmin, otherAdmins: isAdmin ? await countOtherAdmins(work, personId) : 0 };
}

/** Closes an account: its sessions end, and the very next request is refused. Roles and records stay as they are. */
export async function closeAccount(work: Work, personId: string): Promise<void> {
  const { count } = await work.tx.person.updateMany({
    where: { id: personId, closedAt: null },
    data: { closedAt: work.now },
  });
  if (count === 0) insist(refuse("conflict"));
  const ended = await work.tx.signInSession.deleteMany({ where: { personId } });
  await work.audit({
    stream: `person:${personId}`,
    action: "person.closed",
    entity: "person",
    entityId: personId,
    detail: { sessions: ended.count },
  });
}

/** Opens a closed account again. */
export async function reopenAccount(work: Work, personId: string): Promise<void> {
  const { count } = await work.tx.person.updateMany({
    where: { id: personId, closedAt: { not: null } },
    data: { closedAt: null },
  });
  if (count === 0) insist(refuse("conflict"));
  await work.audit({
    stream: `person:${personId}`,
    action: "person.reopened",
    entity: "person",
    entityId: personId,
  });
}
