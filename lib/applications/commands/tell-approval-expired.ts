import "server-only";
import type { Work } from "@/lib/auth/work";
import { Prisma } from "@/lib/db/generated/client";
import { applicationLock } from "@/lib/db/lock-row";
import { recipientOf } from "@/lib/mail/recipient-of";
import { isExpiryToTell } from "../rules/approval";
import { applicationFacts, type LoadedApplication } from "./load-application";

/** The applications whose manager has not answered in time, and of whom nobody was told so; at most `limit` at once. */
export async function findExpiredApprovals(work: Work, limit: number): Promise<string[]> {
  const rows = await work.tx.managerApproval.findMany({
    where: {
      answeredAt: null,
      expiryToldAt: null,
      expiresAt: { lte: work.now },
      application: { state: "manager_pending" },
    },
    orderBy: { expiresAt: "asc" },
    take: limit,
    select: { applicationId: true },
  });
  return rows.map((row) => row.applicationId);
}

/** Who coordinates for an organisation today; they may answer in the manager's place, whatever became of the link. */
async function coordinatorsOf(work: Work, organisationId: string | null) {
  if (organisationId === null) return [];
  return work.tx.person.findMany({
    where: {
      closedAt: null,
      roleGrants: {
        some: {
          role: "coordinator",
          organisationId,
          validFrom: { lte: work.now },
          OR: [{ validTo: null }, { validTo: { gt: work.now } }],
        },
      },
    },
    orderBy: { id: "asc" },
    select: { id: true, name: true, email: true, locale: true },
  });
}

async function tell(work: Work, application: LoadedApplication, manager: string): Promise<void> {
  const { id, person, personId, cohort, organisationId } = application;
  const about = { manager, programme: cohort.programmeVersion.title, cohort: cohort.name };
  const to = recipientOf(person);
  const path = `/my/applications/${id}`;
  if (to) await work.mail({ template: "approval-expired", to, params: { ...about, path } });
  for (const coordinator of await coordinatorsOf(work, organisationId)) {
    const other = coordinator.id === personId ? null : recipientOf(coordinator);
    if (!other) continue;
    const params = { ...about, applicant: person.name, path: "/organisation" };
    await work.mail({ template: "approval-left-over", to: other, params });
  }
}

/**
 * Tells the applicant, and whoever coordinates for their organisation, that the manager's time has gone by without an answer; once for
 * each question asked. Whether it did. For a job: it looks at everything again under the lock.
 */
export async function tellApprovalExpired(work: Work, applicationId: string): Promise<boolean> {
  await work.tx.$queryRaw(applicationLock(Prisma.sql`${applicationId}::uuid`)(Prisma.sql`true`));
  const application = await work.tx.application.findUnique({
    where: { id: applicationId },
    select: applicationFacts,
  });
  const approval = application?.managerApproval;
  if (!approval || !isExpiryToTell({ ...approval, applicationState: application.state }, work.now))
    return false;
  await work.tx.managerApproval.update({ where: { id: approval.id }, data: { expiryToldAt: work.now } });
  await work.audit({
    stream: `application:${applicationId}`,
    action: "approval.expired",
    entity: "managerApproval",
    entityId: approval.id,
  });
  await tell(work, application, approval.managerName);
  return true;
}
