import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { type ConcludedEnrolment, loadConclusions } from "../facts/load-conclusions";

/** What completing a cohort within reach would make of its participants; nothing where it is not there or does not run. */
export async function listConclusions(
  acting: Acting,
  cohortId: string,
  now: Date,
): Promise<ConcludedEnrolment[]> {
  const reached = await database().cohort.count({
    where: { AND: [{ id: cohortId, state: "running" }, visibleCohorts(acting)] },
  });
  return reached === 0 ? [] : loadConclusions(database(), cohortId, now);
}
