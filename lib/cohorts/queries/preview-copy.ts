import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { type CopyPlan, planCopy } from "../facts/plan-copy";

/** A cohort within reach as it would be repeated from about `firstDay` on; null where there is none for the acting person. */
export async function previewCopy(
  acting: Acting,
  cohortId: string,
  firstDay: string,
  now: Date,
): Promise<CopyPlan | null> {
  const reached = await database().cohort.count({
    where: { AND: [{ id: cohortId }, visibleCohorts(acting)] },
  });
  return reached === 0 ? null : planCopy(database(), cohortId, firstDay, now);
}
