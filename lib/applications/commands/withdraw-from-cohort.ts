import "server-only";
import type { Work } from "@/lib/auth/work";

const open = ["draft", "submitted", "manager_pending", "manager_approved", "under_review"] as const;

/**
 * What a cancelled cohort means for the applications to it, in the transaction of the change: those nobody has decided are
 * withdrawn. Whoever is in the queue is declined by `cancelEnrolments`, which tells them why. Returns how many.
 */
export async function withdrawFromCohort(work: Work, cohortId: string): Promise<number> {
  const applications = await work.tx.application.findMany({
    where: { cohortId, state: { in: [...open] } },
    select: { id: true, state: true },
    orderBy: { id: "asc" },
  });
  await work.tx.application.updateMany({
    where: { id: { in: applications.map((application) => application.id) }, state: { in: [...open] } },
    data: { state: "withdrawn", version: { increment: 1 } },
  });
  for (const { id, state } of applications)
    await work.audit({
      stream: `application:${id}`,
      action: "application.withdrawn",
      entity: "application",
      entityId: id,
      detail: { from: state, with: "cohort" },
    });
  return applications.length;
}
