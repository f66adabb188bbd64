import "server-only";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import { lockRow } from "@/lib/db/lock-row";
import { asLockedCohort, capacitySelect, type LockedCohort } from "../facts/cohort-capacity";

export type { LockedCohort } from "../facts/cohort-capacity";

/**
 * Locks the cohort and reads its seats. The two statements are one too many on purpose: what is counted beside a
 * `FOR UPDATE` is counted before the lock is there (READ COMMITTED takes its snapshot first), and would let two in.
 * Throws the refusal `notFound` where there is no such cohort.
 */
export async function lockCohort(work: Work, cohortId: string): Promise<LockedCohort> {
  await lockRow(work.tx, "cohort", cohortId);
  const row = await work.tx.cohort.findUnique({ where: { id: cohortId }, select: capacitySelect });
  if (!row) throw new RefusalError({ code: "notFound" });
  return asLockedCohort(row, work.now);
}
