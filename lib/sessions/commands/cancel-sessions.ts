import "server-only";
import type { Work } from "@/lib/auth/work";
import type { CohortState } from "@/lib/db/generated/enums";
import { UNDER_WAY } from "@/lib/enrolments/rules/transitions";
import { changeOf } from "../facts/change-of";
import { loadAudience } from "../facts/load-audience";
import { loadedSession } from "../facts/loaded-session";
import { type News, newsOf, type SessionChange } from "../rules/news";

/** A cohort that is being cancelled, in the state that it leaves. */
type CancelledCohort = { readonly id: string; readonly name: string; readonly state: CohortState };

/**
 * Cancels every session of a cancelled cohort that was still to come; frees rooms and facilitators. Returns what each person loses
 * by it, for the one mail that tells them: nothing is told here. To be called before seats are freed.
 */
export async function cancelSessions(work: Work, cohort: CancelledCohort): Promise<Map<string, News[]>> {
  const sessions = await work.tx.session.findMany({
    where: { cohortId: cohort.id, state: { in: ["planned", "confirmed"] } },
    select: loadedSession,
    orderBy: { id: "asc" },
  });
  await work.tx.session.updateMany({
    where: { id: { in: sessions.map((session) => session.id) }, state: { in: ["planned", "confirmed"] } },
    data: { state: "cancelled", sequence: { increment: 1 }, version: { increment: 1 } },
  });
  for (const { id } of sessions)
    await work.audit({
      stream: `cohort:${cohort.id}`,
      action: "session.cancelled",
      entity: "session",
      entityId: id,
      detail: { with: "cohort" },
    });
  const changes = sessions.map(
    (session): SessionChange => ({
      ...changeOf(session, { kind: "cancelled", sequence: session.sequence + 1 }),
      cohort: { name: cohort.name, state: cohort.state },
    }),
  );
  const audience = await loadAudience(work.tx, changes, UNDER_WAY);
  return newsOf(changes, audience, null);
}
