import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { loadClashes, type ParticipantClash } from "../facts/load-clashes";

/** Participants of a session within reach who have another one at the time; none where it is cancelled or over at `now`. */
export async function listClashes(acting: Acting, sessionId: string, now: Date): Promise<ParticipantClash[]> {
  const session = await database().session.findFirst({
    where: {
      AND: [
        { id: sessionId, state: { in: ["planned", "confirmed"] }, endsAt: { gt: now } },
        visibleSessions(acting),
      ],
    },
    select: { id: true, cohortId: true, startsAt: true, endsAt: true },
  });
  return session ? loadClashes(database(), acting, [session]) : [];
}
