import "server-only";
import { visibleSessions } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";

const loadedSession = {
  id: true,
  cohortId: true,
  position: true,
  state: true,
  version: true,
  theme: true,
  startsAt: true,
  endsAt: true,
  roomId: true,
  place: true,
  link: true,
  timeZone: true,
  sequence: true,
  facilitators: { select: { personId: true } },
  cohort: {
    select: {
      state: true,
      name: true,
      programmeVersion: {
        select: { id: true, programme: { select: { providerId: true } } },
      },
    },
  },
} as const;

/**
 * Locks a session, and its cohort before it (the order of lib/db/lock-row.ts), and reads it as actions on it know it; null
 * where there is none for the acting person.
 */
export async function loadSession(work: Work, sessionId: string) {
  const where = { AND: [{ id: sessionId }, visibleSessions(work.acting)] };
  const found = await work.tx.session.findFirst({ where, select: { cohortId: true } });
  if (!found) return null;
  await lockRow(work.tx, "cohort", found.cohortId);
  await lockRow(work.tx, "session", sessionId);
  const session = await work.tx.session.findFirst({ where, select: loadedSession });
  return session && { ...session, providerId: session.cohort.programmeVersion.programme.providerId };
}

export type LoadedSession = NonNullable<Awaited<ReturnType<typeof loadSession>>>;
