import "server-only";
import { visibleSessions } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";
import { type LoadedSession, loadedSession } from "./loaded-session";

/**
 * Locks a session, and its cohort before it (the order of lib/db/lock-row.ts), and reads it as actions on it know it; null
 * where there is none for the acting person.
 */
export async function loadSession(work: Work, sessionId: string): Promise<LoadedSession | null> {
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
export async function loadSessions(
  work: Work,
  sessionIds: readonly string[],
): Promise<LoadedSession[] | null> {
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
