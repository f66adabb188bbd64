import "server-only";
import { visibleApplications, visibleCohorts } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { Prisma } from "@/lib/db/generated/client";
import { cohortLock } from "@/lib/db/lock-row";
import { asLockedCohort, capacitySelect, type LockedCohort } from "@/lib/enrolments/facts/cohort-capacity";
import { applicationFacts, type LoadedApplication } from "./load-application";

/** Applications to one cohort with its seats and queue: everything that admitting them rests on, in one statement. */
export type Admissions = {
  readonly cohort: LockedCohort;
  /** Those handed in first come first. */
  readonly applications: readonly LoadedApplication[];
};

/**
 * The applications of `ids` that the acting person may reach, to be read under their cohort's lock; null where there are none for
 * them. All are of one cohort: what is of another is left out.
 */
export async function loadAdmissions(
  work: Work,
  ids: readonly string[],
  cohortId?: string,
): Promise<Admissions | null> {
  const reach = { AND: [{ id: { in: [...ids] } }, visibleApplications(work.acting)] };
  const found = await work.tx.cohort.findFirst({
    where: {
      AND: [
        { applications: { some: reach }, ...(cohortId ? { id: cohortId } : {}) },
        visibleCohorts(work.acting),
      ],
    },
    select: {
      ...capacitySelect,
      applications: {
        where: reach,
        orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
        select: applicationFacts,
      },
    },
  });
  if (!found) return null;
  const { applications, ...cohort } = found;
  return { cohort: asLockedCohort(cohort, work.now), applications };
}

/** The lock under which several applications to a cohort are decided. */
export function lockAdmissions(cohortId: string) {
  return cohortLock(Prisma.sql`${cohortId}::uuid`);
}

/** One application with the seats and queue of its cohort, as above. */
export async function loadAdmission(work: Work, id: string) {
  const found = await loadAdmissions(work, [id]);
  const [application] = found?.applications ?? [];
  return found && application ? { cohort: found.cohort, application } : null;
}
