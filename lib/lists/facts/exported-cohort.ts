import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

/** A cohort whose lists are taken out; null where the acting person has none of that id. */
export function exportedCohort(acting: Acting, cohortId: string) {
  return database().cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(acting)] },
    select: { id: true, name: true, slug: true, timeZone: true },
  });
}
