import "server-only";
import { visibleApplications } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { Prisma } from "@/lib/db/generated/client";
import { applicationLock } from "@/lib/db/lock-row";
import { namesSelect } from "@/lib/organisations/facts/names";

export type LoadedApplication = NonNullable<Awaited<ReturnType<typeof loadApplication>>>;

/** What the commands on an application need to know of it. */
export const applicationFacts = {
  id: true,
  version: true,
  state: true,
  cohortId: true,
  personId: true,
  participantRole: true,
  trackId: true,
  organisationId: true,
  organisationOther: true,
  organisation: {
    select: { names: namesSelect },
  },
  person: { select: { name: true, email: true, locale: true } },
  cohort: {
    select: {
      name: true,
      state: true,
      startsOn: true,
      approvalDays: true,
      programmeVersion: { select: { title: true } },
    },
  },
  waitlistEntry: { select: { id: true, version: true, state: true, cohortId: true } },
  managerApproval: {
    select: {
      id: true,
      managerName: true,
      managerEmail: true,
      askedAt: true,
      answeredAt: true,
      approved: true,
      expiresAt: true,
      remindedAt: true,
      expiryToldAt: true,
    },
  },
  _count: { select: { forwards: true } },
} as const;

/** The lock under which an application is changed: its cohort's, then its own. */
export function lockApplication(id: string) {
  return applicationLock(Prisma.sql`${id}::uuid`);
}

/** An application that the acting person may reach, to be read under `lockApplication`; null where there is none for them. */
export function loadApplication(work: Work, id: string) {
  return work.tx.application.findFirst({
    where: { AND: [{ id }, visibleApplications(work.acting)] },
    select: applicationFacts,
  });
}
