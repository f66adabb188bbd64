import "server-only";
import { visibleEnrolments } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";

export type LoadedEnrolment = NonNullable<Awaited<ReturnType<typeof readEnrolment>>>;

function readEnrolment(work: Work, id: string) {
  return work.tx.enrolment.findFirst({
    where: { AND: [{ id }, visibleEnrolments(work.acting)] },
    select: {
      id: true,
      version: true,
      state: true,
      personId: true,
      cohortId: true,
      cohort: { select: { state: true } },
    },
  });
}

/** An enrolment that the acting person may reach, with its cohort locked and then itself; null where there is none for them. */
export async function loadEnrolment(work: Work, id: string): Promise<LoadedEnrolment | null> {
  const enrolment = await readEnrolment(work, id);
  if (!enrolment) return null;
  await lockRow(work.tx, "cohort", enrolment.cohortId);
  await lockRow(work.tx, "enrolment", id);
  return readEnrolment(work, id);
}
