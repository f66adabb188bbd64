import "server-only";
import type { Acting } from "@/lib/auth/acting";
import type { ActorRole } from "@/lib/auth/permissions";
import { settings } from "@/lib/core/env";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { SEATED } from "@/lib/enrolments/rules/transitions";
import { grantInForce } from "@/lib/people/facts/grant-in-force";
import { demoWishes } from "../rules/demo-wishes";

/** Somebody one can be in the demo. */
export type DemoAccount = {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Exclude<ActorRole, "anonymous">[];
};

/**
 * The people to sign in as in the demo: everybody with a role in force, and whom the wishes name. Empty outside the demo, for
 * whoever asks; in the demo for anybody, as its mailbox is.
 */
export async function listDemoAccounts(acting: Acting, now: Date): Promise<DemoAccount[]> {
  if (!settings().demo || acting.permission !== "signIn.request") return [];
  const inForce = grantInForce(now);
  const enrolled: Prisma.EnrolmentWhereInput = {
    state: { in: [...SEATED] },
  };
  const select = {
    email: true,
    name: true,
    roleGrants: { where: inForce, select: { role: true }, orderBy: { role: "asc" } },
    enrolments: { where: enrolled, select: { id: true }, take: 1 },
  } satisfies Prisma.PersonSelect;
  const wished = demoWishes.flatMap(({ wishes }) => wishes.map(({ email }) => email));
  const people = await database().person.findMany({
    where: {
      email: { not: null },
      closedAt: null,
      OR: [{ roleGrants: { some: inForce } }, { email: { in: wished } }],
    },
    select,
    orderBy: { email: "asc" },
  });
  return people.map(({ email, name, roleGrants, enrolments }) => ({
    email: email ?? "",
    name,
    roles: [
      ...(enrolments.length > 0 ? (["participant"] as const) : []),
      ...new Set(roleGrants.map((grant) => grant.role)),
    ],
  }));
}
