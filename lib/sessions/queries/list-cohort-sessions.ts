import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { type SessionRow, sessionRowSelect, toSessionRow } from "../facts/session-row";
import type { ObligationRow } from "../rules/obligations";

/** A session of a cohort, with its rules on who has to come. */
export type CohortSessionRow = SessionRow & { readonly obligations: readonly ObligationRow[] };

/** The sessions of one cohort within reach, in order of time. */
export async function listCohortSessions(acting: Acting, cohortId: string): Promise<CohortSessionRow[]> {
  const rows = await database().session.findMany({
    where: { AND: [{ cohortId }, visibleSessions(acting)] },
    select: {
      ...sessionRowSelect,
      obligations: {
        select: { trackId: true, participantRole: true, obligation: true },
        orderBy: [{ participantRole: "asc" }, { trackId: "asc" }],
      },
    },
    orderBy: { startsAt: "asc" },
  });
  return rows.map(toSessionRow);
}
