import "server-only";
import { visibleApplications } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";

export type LoadedApplication = NonNullable<Awaited<ReturnType<typeof readApplication>>>;

/** What the commands on an application need to know of it. */
export const applicationFacts = {
  id: true,
  version: true,
  state: true,
  cohortId: true,
  personId: true,
  participantRole: true,
  organisationOther: true,
  organisation: {
    select: { names: { select: { name: true, shortName: true, validFrom: true, validTo: true } } },
  },
  person: { select: { name: true, email: true, locale: true } },
  cohort: {
    select: { name: true, state: true, startsOn: true, programmeVersion: { select: { title: true } } },
  },
  waitlistEntry: { select: { id: true, version: true, state: true, cohortId: true } },
  managerApproval: {
    select: { id: true, managerName: true, answeredAt: true, approved: true, expiresAt: true },
  },
} as const;

function readApplication(work: Work, id: string) {
  return work.tx.application.findFirst({
    where: { AND: [{ id }, visibleApplications(work.acting)] },
    select: applicationFacts,
  });
}

/**
 * An application that the acting person may reach, locked after its cohort, in the order of lib/db/lock-row.ts; null where there is
 * none for them.
 */
export async function loadApplication(work: Work, id: string): Promise<LoadedApplication | null> {
  const application = await readApplication(work, id);
  if (!application) return null;
  await lockRow(work.tx, "cohort", application.cohortId);
  await lockRow(work.tx, "application", id);
  return readApplication(work, id);
}
