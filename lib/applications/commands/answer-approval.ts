import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { idOfToken } from "@/lib/core/signed-link";
import { Prisma } from "@/lib/db/generated/client";
import type { KeyLock } from "@/lib/db/idempotency";
import { applicationLock } from "@/lib/db/lock-row";
import { recipientOf } from "@/lib/mail/recipient-of";
import { decideAnswer, decideAnswering } from "../rules/approval";
import { applicationFacts, type LoadedApplication } from "./load-application";

/** The lock under which the application that a signed link asks about is answered; none where the link is not one of ours. */
export function lockByApprovalToken(token: string, secret: string): KeyLock | undefined {
  const approvalId = idOfToken("approval", token, secret);
  if (!approvalId) return undefined;
  return applicationLock(
    Prisma.sql`(SELECT application_id FROM manager_approval WHERE id = ${approvalId}::uuid)`,
  );
}

/** The application that a signed link asks about; null where the link is not one of ours or has been replaced. */
export async function loadByApprovalToken(
  work: Work,
  token: string,
  secret: string,
): Promise<LoadedApplication | null> {
  const approvalId = idOfToken("approval", token, secret);
  if (!approvalId) return null;
  return work.tx.application.findFirst({
    where: { managerApproval: { id: approvalId } },
    select: applicationFacts,
  });
}

/** How an approval was answered. */
export type Answer = {
  readonly approved: boolean;
  readonly comment: string;
  readonly by: "link" | "coordinator";
  /** Whose name the applicant is told. */
  readonly name: string;
};

/**
 * Writes the answer, once, and tells the applicant. Approved, the application goes on to the provider; declined, it ends there.
 * Refused as `approval.…`.
 */
export async function answerApproval(
  work: Work,
  application: LoadedApplication,
  answer: Answer,
): Promise<void> {
  const approval = application.managerApproval;
  if (!approval) throw new RefusalError({ code: "approval.notAsked" });
  insist(decideAnswering({ ...approval, applicationState: application.state }, answer.by, work.now));
  insist(decideAnswer(answer));
  const answered = await work.tx.managerApproval.updateMany({
    where: { id: approval.id, answeredAt: null },
    data: {
      answeredAt: work.now,
      approved: answer.approved,
      comment: answer.comment || null,
      answeredBy: answer.by === "coordinator" ? answer.name : null,
    },
  });
  const moved = await work.tx.application.updateMany({
    where: { id: application.id, version: application.version, state: "manager_pending" },
    data: {
      state: answer.approved ? "manager_approved" : "manager_declined",
      version: { increment: 1 },
    },
  });
  if (answered.count === 0 || moved.count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `application:${application.id}`,
    action: answer.approved ? "approval.approved" : "approval.declined",
    entity: "managerApproval",
    entityId: approval.id,
    detail: { by: answer.by },
  });
  await tellApplicant(work, application, answer);
}

async function tellApplicant(work: Work, application: LoadedApplication, answer: Answer): Promise<void> {
  const to = recipientOf(application.person);
  if (!to) return;
  await work.mail({
    template: "approval-answered",
    to,
    params: {
      answer: answer.approved ? "approved" : "declined",
      manager: answer.name,
      comment: answer.comment,
      programme: application.cohort.programmeVersion.title,
      cohort: application.cohort.name,
      path: `/my/applications/${application.id}`,
    },
  });
}
