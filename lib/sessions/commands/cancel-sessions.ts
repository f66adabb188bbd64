import "server-only";
import type { Work } from "@/lib/auth/work";

/** Cancels every session of a cancelled cohort that was still to come; frees rooms and facilitators. */
export async function cancelSessions(work: Work, cohortId: string): Promise<void> {
  const sessions = await work.tx.session.findMany({
    where: { cohortId, state: { in: ["planned", "confirmed"] } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  await work.tx.session.updateMany({
    where: { id: { in: sessions.map((session) => session.id) }, state: { in: ["planned", "confirmed"] } },
    data: { state: "cancelled", sequence: { increment: 1 }, version: { increment: 1 } },
  });
  for (const { id } of sessions)
    await work.audit({
      stream: `cohort:${cohortId}`,
      action: "session.cancelled",
      entity: "session",
      entityId: id,
      detail: { with: "cohort" },
    });
}
