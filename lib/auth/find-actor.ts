import "server-only";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Actor } from "./acting";

/** An idle session ends after this; use moves the limit forward, at most once in a quarter of it. */
export const IDLE_MS = 12 * 3_600_000;

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
      person: {
        select: {
          id: true,
          name: true,
          email: true,
          roleGrants: {
            where: { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
            select: { role: true, organisationId: true },
            orderBy: { createdAt: "asc" },
          },
          enrolments: {
            where: { state: { in: ["reserved", "active", "paused", "completed", "not_completed"] } },
            select: { id: true },
            take: 1,
          },
        },
      },
    },
  });
  if (!session) return null;
  if (session.expiresAt.getTime() - now.getTime() < IDLE_MS * 0.75) {
    await client.signInSession.updateMany({
      where: { id: session.id },
      data: { expiresAt: new Date(now.getTime() + IDLE_MS) },
    });
  }
  const { person } = session;
  return {
    personId: person.id,
    name: person.name,
    email: person.email ?? "",
    grants: person.roleGrants,
    isParticipant: person.enrolments.length > 0,
    authenticatedAt: session.authenticatedAt,
  };
}
