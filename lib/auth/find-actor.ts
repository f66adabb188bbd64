import "server-only";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import { SEATED } from "@/lib/enrolments/rules/transitions";
import type { Actor } from "./acting";

/** An idle session ends after this; use moves the limit forward, at most once in a quarter of it. */
export const IDLE_MS = 12 * 3_600_000;

const actorSelect = (now: Date) =>
  ({
    id: true,
    name: true,
    email: true,
    roleGrants: {
      where: { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
      select: { role: true, organisationId: true },
      orderBy: { createdAt: "asc" },
    },
    enrolments: {
      where: { state: { in: [...SEATED] } },
      select: { id: true },
      take: 1,
    },
  }) as const satisfies Prisma.PersonSelect;

type ActorRow = Prisma.PersonGetPayload<{ select: ReturnType<typeof actorSelect> }>;

function actorOfRow(person: ActorRow, authenticatedAt: Date | null): Actor {
  return {
    personId: person.id,
    name: person.name,
    email: person.email ?? "",
    grants: person.roleGrants,
    isParticipant: person.enrolments.length > 0,
    authenticatedAt,
  };
}

/**
 * Whoever holds the session with this token hash, with the roles valid at `now`; null where there is no such session, it
 * has ended, or the account is closed.
 */
export async function findActor(client: PrismaClient, tokenHash: string, now: Date): Promise<Actor | null> {
  const session = await client.signInSession.findFirst({
    where: { tokenHash, expiresAt: { gt: now }, endsAt: { gt: now }, person: { closedAt: null } },
    select: {
      id: true,
      authenticatedAt: true,
      expiresAt: true,
      person: { select: actorSelect(now) },
    },
  });
  if (!session) return null;
  if (session.expiresAt.getTime() - now.getTime() < IDLE_MS * 0.75) {
    await client.signInSession.updateMany({
      where: { id: session.id },
      data: { expiresAt: new Date(now.getTime() + IDLE_MS) },
    });
  }
  return actorOfRow(session.person, session.authenticatedAt);
}

/** A person with the roles valid at `now`, without a session: for a job in their name. Null where the account is closed. */
export async function findPerson(client: PrismaClient, personId: string, now: Date): Promise<Actor | null> {
  const person = await client.person.findFirst({
    where: { id: personId, closedAt: null },
    select: actorSelect(now),
  });
  return person && actorOfRow(person, null);
}
