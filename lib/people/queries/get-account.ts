import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { grantInForce } from "@/lib/people/facts/grant-in-force";

/** One's own account: what one said of oneself, where one is signed in, and which roles one holds. */
export async function getAccount(acting: Acting, now: Date) {
  const inForce = grantInForce(now);
  const person = await database().person.findUniqueOrThrow({
    where: { id: personOf(acting) },
    select: {
      name: true,
      email: true,
      phone: true,
      locale: true,
      signInSessions: {
        where: { expiresAt: { gt: now }, endsAt: { gt: now } },
        select: { id: true, tokenHash: true, device: true, createdAt: true, expiresAt: true, endsAt: true },
        orderBy: { createdAt: "desc" },
      },
      signInAccounts: {
        select: { id: true, issuer: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      },
      roleGrants: {
        where: inForce,
        select: {
          id: true,
          role: true,
          validTo: true,
          organisation: {
            select: { names: namesSelect },
          },
        },
        orderBy: { role: "asc" },
      },
    },
  });
  const today = civilDay(now);
  return {
    ...person,
    roleGrants: person.roleGrants.map(({ organisation, ...grant }) => ({
      ...grant,
      organisation: nameAt(organisation.names, today)?.name ?? "",
    })),
  };
}

export type Account = Awaited<ReturnType<typeof getAccount>>;
