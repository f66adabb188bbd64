import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, type Refusal, RefusalError } from "@/lib/core/decision";
import { leaveQueue } from "@/lib/enrolments/commands/leave-queue";
import { recipientOf } from "@/lib/mail/recipient-of";
import { decideDeclining } from "../rules/review";
import { reviewFacts, takeUpApplications } from "./decide-application";
import type { LoadedApplication } from "./load-application";

/** What became of one application of several that were to be declined; no refusal where it was. */
export type Declining = { readonly application: LoadedApplication; readonly refusal: Refusal | null };

function refusalOf(application: LoadedApplication, reason: string): Refusal | null {
  const decision = decideDeclining(reviewFacts(application), reason);
  return decision.ok ? null : decision.refusal;
}

async function writeDeclined(work: Work, applications: readonly LoadedApplication[], reason: string) {
  if (applications.length === 0) return;
  const { count } = await work.tx.application.updateMany({
    where: { OR: applications.map(({ id, version, state }) => ({ id, version, state })) },
    data: {
      state: "declined",
      version: { increment: 1 },
      decidedAt: work.now,
      decidedById: work.acting.personId,
      decisionReason: reason,
    },
  });
  if (count !== applications.length) throw new RefusalError({ code: "conflict" });
}

/**
 * Declines applications with one reason, which each applicant is told; a place in the queue is given up. What cannot be declined stays
 * as it is, and says why.
 */
export async function declineApplications(
  work: Work,
  applications: readonly LoadedApplication[],
  reason: string,
): Promise<Declining[]> {
  const results = applications.map((application) => ({
    application,
    refusal: refusalOf(application, reason),
  }));
  const able = results.filter(({ refusal }) => refusal === null).map(({ application }) => application);
  for (const { waitlistEntry } of able) if (waitlistEntry) await leaveQueue(work, waitlistEntry);
  const queued = able.filter((application) => application.state === "waitlisted");
  const read = await takeUpApplications(
    work,
    able.filter((application) => application.state !== "waitlisted"),
  );
  await writeDeclined(work, [...queued, ...read], reason);
  for (const application of able) await tell(work, application, reason);
  return results;
}

/** Declines one application, as above; refused as `application.…`. */
export async function declineApplication(
  work: Work,
  application: LoadedApplication,
  reason: string,
): Promise<void> {
  insist(decideDeclining(reviewFacts(application), reason));
  await declineApplications(work, [application], reason);
}

async function tell(work: Work, application: LoadedApplication, reason: string): Promise<void> {
  await work.audit({
    stream: `application:${application.id}`,
    action: "application.declined",
    entity: "application",
    entityId: application.id,
    detail: { from: application.state },
  });
  const to = recipientOf(application.person);
  if (!to) return;
  await work.mail({
    template: "application-declined",
    to,
    params: {
      programme: application.cohort.programmeVersion.title,
      cohort: application.cohort.name,
      reason,
      path: `/my/applications/${application.id}`,
    },
  });
}
