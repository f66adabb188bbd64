import "server-only";
import { visibleCohorts } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";

const loadedCohort = {
  id: true,
  slug: true,
  name: true,
  state: true,
  version: true,
  capacity: true,
  applicationDeadline: true,
  timeZone: true,
  startsOn: true,
  endsOn: true,
  programmeVersion: {
    select: { state: true, title: true, language: true, programme: { select: { providerId: true } } },
  },
  agreement: { select: { state: true } },
} as const;

/** Locks and reads a cohort of the acting person's provider, as actions on it know it; null where there is none for them. */
export async function loadCohort(work: Work, cohortId: string) {
  if (!(await lockRow(work.tx, "cohort", cohortId))) return null;
  const cohort = await work.tx.cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(work.acting)] },
    select: loadedCohort,
  });
  return cohort && { ...cohort, providerId: cohort.programmeVersion.programme.providerId };
}

export type LoadedCohort = NonNullable<Awaited<ReturnType<typeof loadCohort>>>;
