import "server-only";
import type { Acting } from "@/lib/auth/acting";
import type { ActorRole } from "@/lib/auth/permissions";
import { settings } from "@/lib/core/env";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** Somebody one can be in the demo. */
export type DemoAccount = {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Exclude<ActorRole, "anonymous">[];
};

/** So many of those who are participants only: there are dozens. */
const PARTICIPANTS = 4;

/**
 * The people to sign in as in the demo: everybody with a role in force, and some participants. Empty outside the demo, for
 * whoever asks; in the demo for anybody, as its mailbox is.
 */
export async function listDemoAccounts(acting: Acting): Promise<DemoAccount[]> {
  if (!settings().demo || acting.permission !== "signIn.request") return [];
  const now = new Date();
  const inForce = { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] };
  const enrolled: Prisma.EnrolmentWhereInput = {
    state: { in: ["reserved", "active", "paused", "completed", "not_completed"] },
  };
  const select = {
    email: true,
    name: true,
    roleGrants: { where: inForce, select: { role: true }, orderBy: { role: "asc" } },
    enrolments: { where: enrolled, select: { id: true }, take: 1 },
  } satisfies Prisma.PersonSelect;
  const there = { email: { not: null }, closedAt: null };
  const [granted, participants] = await Promise.all([
    database().person.findMany({ where: { ...there, roleGrants: { some: inForce } }, select }),
    database().person.findMany({
      where: {
        ...there,
        roleGrants: { none: inForce },
        enrolments: { some: { state: { in: ["active", "completed"] } } },
      },
      select,
      orderBy: { createdAt: "asc" },
      take: PARTICIPANTS,
    }),
  ]);
  return [...participants, ...granted].map(({ email, name, roleGrants, enrolments }) => ({
    email: email ?? "",
    name,
    roles: [
      ...(enrolments.length > 0 ? (["participant"] as const) : []),
      ...new Set(roleGrants.map((grant) => grant.role)),
    ],
  }));
}
