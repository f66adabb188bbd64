import "server-only";
import type { Work } from "@/lib/auth/work";
import { civilDay } from "@/lib/core/dates";
import { Prisma } from "@/lib/db/generated/client";
import { applicationLock } from "@/lib/db/lock-row";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { isReminderDue } from "../rules/approval";
import { applicationFacts } from "./load-application";

/** The applications whose managers have had half of their time, at most `limit` of them, the most urgent first. */
export async function findUnanswered(work: Work, limit: number): Promise<string[]> {
  const rows = await work.tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM manager_approval m JOIN application a ON a.id = m.application_id
    WHERE a.state = 'manager_pending' AND m.answered_at IS NULL AND m.reminded_at IS NULL AND m.expires_at > ${work.now}::timestamptz
      AND m.asked_at + (m.expires_at - m.asked_at) / 2 <= ${work.now}::timestamptz
    ORDER BY m.expires_at LIMIT ${limit}`;
  return rows.map((row) => row.id);
}

/** Reminds whoever holds the link of an application, once; whether it did. For a job: it looks at everything again under the lock. */
export async function remindManager(work: Work, applicationId: string): Promise<boolean> {
  const id = Prisma.sql`${applicationId}::uuid`;
  await work.tx.$queryRaw(applicationLock(id)(Prisma.sql`true`));
  const application = await work.tx.application.findUnique({
    where: { id: applicationId },
    select: applicationFacts,
  });
  const approval = application?.managerApproval;
  if (!approval || !isReminderDue({ ...approval, applicationState: application.state }, work.now))
    return false;
  await work.tx.managerApproval.update({ where: { id: approval.id }, data: { remindedAt: work.now } });
  await work.audit({
    stream: `application:${applicationId}`,
    action: "approval.reminded",
    entity: "managerApproval",
    entityId: approval.id,
  });
  const { person, cohort, organisation } = application;
  const today = civilDay(work.now);
  await work.mail({
    template: "approval-reminder",
    to: { name: approval.managerName, email: approval.managerEmail, locale: person.locale },
    params: {
      approvalId: approval.id,
      applicant: person.name,
      organisation:
        (organisation && nameAt(organisation.names, today)?.name) ?? application.organisationOther,
      programme: cohort.programmeVersion.title,
      cohort: cohort.name,
      startsOn: cohort.startsOn.toISOString().slice(0, 10),
      untilOn: civilDay(approval.expiresAt),
    },
  });
  return true;
}
