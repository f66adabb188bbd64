import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { idOfToken } from "@/lib/core/signed-link";
import { lockRow } from "@/lib/db/lock-row";
import { recipientOf } from "@/lib/mail/recipient-of";
import { decideAnswer, decideAnswering } from "../rules/approval";
import { applicationFacts, type LoadedApplication } from "./load-application";

/** The application that a signed link asks about, locked; null where the link is not one of ours or has been replaced. */
export async function loadByApprovalToken(
  work: Work,
  token: string,
  secret: string,
): Promise<LoadedApplication | null> {
  const approvalId = idOfToken("approval", token, secret);
  if (!approvalId) return null;
  const where = { managerApproval: { id: approvalId } };
  const found = await work.tx.application.findFirst({ where, select: { id: true } });
  if (!found) return null;
  await lockRow(work.tx, "application", found.id);
  return work.tx.application.findFirst({ where, select: applicationFacts });
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
    data: { answeredAt: work.now, approved: answer.approved, comment: answer.comment || null },
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
