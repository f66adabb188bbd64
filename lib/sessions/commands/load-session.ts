import "server-only";
import { visibleSessions } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";
import { roomSelect } from "../facts/told-plan";

/** What actions on a session read of it. */
export const loadedSession = {
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
  icalUid: true,
  startsLocal: true,
  endsLocal: true,
  room: roomSelect,
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

/**
 * Locks several sessions for one planning act, cohorts first and each kind in one order, so that two acts never wait in a
 * circle; null where one of them is not there for the acting person.
 */
export async function loadSessions(work: Work, sessionIds: readonly string[]) {
  const wanted = [...new Set(sessionIds)].sort();
  const where = { AND: [{ id: { in: wanted } }, visibleSessions(work.acting)] };
  const found = await work.tx.session.findMany({ where, select: { cohortId: true } });
  if (found.length < wanted.length) return null;
  const cohortIds = [...new Set(found.map(({ cohortId }) => cohortId))].sort();
  for (const cohortId of cohortIds) await lockRow(work.tx, "cohort", cohortId);
  for (const id of wanted) await lockRow(work.tx, "session", id);
  const sessions = await work.tx.session.findMany({ where, select: loadedSession, orderBy: { id: "asc" } });
  return sessions.map((session) => ({
    ...session,
    providerId: session.cohort.programmeVersion.programme.providerId,
  }));
}

export type LoadedSession = NonNullable<Awaited<ReturnType<typeof loadSession>>>;
