import "server-only";
import type { Work } from "@/lib/auth/work";

const UNDECIDED = ["draft", "submitted", "manager_pending", "manager_approved", "under_review"] as const;

/**
 * Withdraws every application to a cohort that nobody has decided, drafts included, because the cohort is cancelled; returns how many.
 * Those in the queue are seen to by lib/enrolments/commands/follow-cohort.ts. The caller holds the cohort's lock and tells the
 * applicants.
 */
export async function withdrawFromCohort(work: Work, cohortId: string): Promise<number> {
  const { count } = await work.tx.application.updateMany({
    where: { cohortId, state: { in: [...UNDECIDED] } },
    data: { state: "withdrawn", version: { increment: 1 } },
  });
  await work.audit({
    stream: `cohort:${cohortId}`,
    action: "application.withdrawnAll",
    entity: "cohort",
    entityId: cohortId,
    detail: { count },
  });
  return count;
}
