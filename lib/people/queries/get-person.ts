import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visiblePeople } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

const organisation = {
  select: {
    id: true,
    names: namesSelect,
  },
} as const;

/** A person with every role they hold or held, newest first, and what an administrator may know of their account. */
export async function getPerson(acting: Acting, id: string, now: Date) {
  const found = await database().person.findFirst({
    where: { AND: [{ id }, visiblePeople(acting)] },
    select: {
      id: true,
      name: true,
      email: true,
      phone: true,
      locale: true,
      emailVerifiedAt: true,
      closedAt: true,
      createdAt: true,
      signInSessions: {
        where: { expiresAt: { gt: now } },
        select: { authenticatedAt: true },
        orderBy: { authenticatedAt: "desc" },
      },
      signInAccounts: { select: { issuer: true } },
      affiliations: {
        select: { title: true, validFrom: true, validTo: true, organisation },
        orderBy: { validFrom: "desc" },
      },
      roleGrants: {
        select: {
          id: true,
          role: true,
          validFrom: true,
          validTo: true,
          createdAt: true,
          grantedBy: { select: { name: true } },
          organisation,
        },
        orderBy: { validFrom: "desc" },
      },
    },
  });
  if (!found) return null;
  const today = civilDay(now);
  const named = <T extends { organisation: { id: string; names: Parameters<typeof nameAt>[0] } }>(
    row: T,
  ) => ({
    ...row,
    organisation: { id: row.organisation.id, name: nameAt(row.organisation.names, today)?.name ?? "" },
  });
  return {
    ...found,
    affiliations: found.affiliations.map(named),
    roleGrants: found.roleGrants.map(named),
  };
}

export type PersonDetails = NonNullable<Awaited<ReturnType<typeof getPerson>>>;
