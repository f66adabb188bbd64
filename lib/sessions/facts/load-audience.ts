import "server-only";
import type { Db, Transaction } from "@/lib/db/client";
import { EXPECTED } from "@/lib/enrolments/rules/transitions";
import type { Audience, SessionChange } from "../rules/news";
import type { ObligationRow } from "../rules/obligations";

/**
 * Who might be concerned by changes: two statements, however many sessions and people there are. Whoever pauses is not expected
 * and not told of changes, but has the sessions in their calendar: `seated` may say that they are to be among them.
 */
export async function loadAudience(
  db: Db | Transaction,
  changes: readonly SessionChange[],
  seated = EXPECTED,
): Promise<Audience> {
  const sessionIds = [...new Set(changes.map(({ session }) => session.id))];
  const cohortIds = [...new Set(changes.map(({ session }) => session.cohortId))];
  const seats = await db.enrolment.findMany({
    where: { cohortId: { in: cohortIds }, state: { in: [...seated] } },
    select: { personId: true, cohortId: true, trackId: true, participantRole: true },
    orderBy: { personId: "asc" },
  });
  const rows = await db.sessionObligation.findMany({
    where: { sessionId: { in: sessionIds } },
    select: { sessionId: true, trackId: true, participantRole: true, obligation: true },
  });
  const obligations = new Map<string, ObligationRow[]>();
  for (const { sessionId, ...row } of rows)
    obligations.set(sessionId, [...(obligations.get(sessionId) ?? []), row]);
  return { seats, obligations };
}
