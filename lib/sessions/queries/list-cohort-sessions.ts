import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { type SessionRow, sessionRowSelect, toSessionRow } from "../facts/session-row";

/** The sessions of one cohort within reach, in order of time. */
export async function listCohortSessions(acting: Acting, cohortId: string): Promise<SessionRow[]> {
  const rows = await database().session.findMany({
    where: { AND: [{ cohortId }, visibleSessions(acting)] },
    select: sessionRowSelect,
    orderBy: { startsAt: "asc" },
  });
  return rows.map(toSessionRow);
}
