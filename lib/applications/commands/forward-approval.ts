import "server-only";
import { randomUUID } from "node:crypto";
import type { Work } from "@/lib/auth/work";
import { civilDay } from "@/lib/core/dates";
import { insist, RefusalError } from "@/lib/core/decision";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { decideForwarding } from "../rules/approval";
import type { LoadedApplication } from "./load-application";

/** To whom a manager's question is passed on, with a word to them. */
export type Deputy = { readonly name: string; readonly email: string; readonly note: string };

/**
 * Passes a manager's question on to a deputy, who gets a link of their own; the deadline stays. The first link says from then on to
 * whom it was passed, and answers nothing. Refused as `approval.…`.
 */
export async function forwardApproval(
  work: Work,
  application: LoadedApplication,
  deputy: Deputy,
): Promise<void> {
  const approval = application.managerApproval;
  if (!approval) throw new RefusalError({ code: "approval.notAsked" });
  const facts = { ...approval, applicationState: application.state, forwards: application._count.forwards };
  const emails = {
    holder: approval.managerEmail,
    applicant: application.person.email ?? "",
    deputy: deputy.email,
  };
  insist(decideForwarding(facts, emails, work.now));
  const id = await replaceApproval(work, application.id, approval, deputy);
  await work.audit({
    stream: `application:${application.id}`,
    action: "approval.forwarded",
    entity: "managerApproval",
    entityId: id,
    detail: { from: approval.id },
  });
  await work.mail({
    template: "approval-forwarded",
    to: { name: deputy.name, email: deputy.email, locale: application.person.locale },
    params: {
      approvalId: id,
      from: approval.managerName,
      note: deputy.note,
      applicant: application.person.name,
      organisation: organisationOf(work, application),
      programme: application.cohort.programmeVersion.title,
      cohort: application.cohort.name,
      startsOn: application.cohort.startsOn.toISOString().slice(0, 10),
    },
  });
}

function organisationOf(work: Work, { organisation, organisationOther }: LoadedApplication): string {
  const today = civilDay(work.now);
  return (organisation && nameAt(organisation.names, today)?.name) ?? organisationOther;
}

/** Keeps the trace under the first link's id and asks the deputy under a new one; returns it. */
async function replaceApproval(
  work: Work,
  applicationId: string,
  approval: NonNullable<LoadedApplication["managerApproval"]>,
  deputy: Deputy,
): Promise<string> {
  const { count } = await work.tx.managerApproval.deleteMany({
    where: { id: approval.id, answeredAt: null },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.tx.approvalForward.create({
    data: {
      id: approval.id,
      applicationId,
      fromName: approval.managerName,
      fromEmail: approval.managerEmail,
      toName: deputy.name,
      toEmail: deputy.email,
      note: deputy.note,
      forwardedAt: work.now,
    },
    select: { id: true },
  });
  const id = randomUUID();
  await work.tx.managerApproval.create({
    data: {
      id,
      applicationId,
      managerName: deputy.name,
      managerEmail: deputy.email,
      askedAt: approval.askedAt,
      expiresAt: approval.expiresAt,
      remindedAt: approval.remindedAt,
    },
    select: { id: true },
  });
  return id;
}
