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
      participantRole: true,
      organisationId: true,
      organisationName: true,
      trackId: true,
      title: true,
      payer: true,
      payerGln: true,
      payerReference: true,
      billId: true,
      person: { select: { name: true, email: true, locale: true } },
      track: { select: { name: true } },
      cohort: {
        select: {
          name: true,
          state: true,
          startsOn: true,
          timeZone: true,
          programmeVersion: {
            select: {
              title: true,
              programmeId: true,
              priceMinor: true,
              cancelFreeDays: true,
              cancelLatePercent: true,
              cancelStartedPercent: true,
            },
          },
        },
      },
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

/** As above, with the cohort it may be moved to locked too; both in the order of their ids, so that no two moves wait in a circle. */
export async function loadEnrolmentToMove(
  work: Work,
  id: string,
  targetId: string,
): Promise<LoadedEnrolment | null> {
  const enrolment = await readEnrolment(work, id);
  if (!enrolment) return null;
  for (const cohortId of [enrolment.cohortId, targetId].sort()) await lockRow(work.tx, "cohort", cohortId);
  await lockRow(work.tx, "enrolment", id);
  return readEnrolment(work, id);
}
