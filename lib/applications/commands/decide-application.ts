import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { leaveQueue } from "@/lib/enrolments/commands/leave-queue";
import { type Placed, placeApplicant } from "@/lib/enrolments/commands/place-applicant";
import { recipientOf } from "@/lib/mail/recipient-of";
import { decideAdmission, decideDeclining, decideTakingUp, type ReviewFacts } from "../rules/review";
import type { LoadedApplication } from "./load-application";

const asFacts = (application: LoadedApplication): ReviewFacts => ({
  state: application.state,
  cohortState: application.cohort.state,
  waitlistState: application.waitlistEntry?.state ?? null,
});

/** Takes an application up: from here the applicant sees that somebody is reading it. Returns it as it is then. */
export async function takeUpApplication(
  work: Work,
  application: LoadedApplication,
): Promise<LoadedApplication> {
  insist(decideTakingUp(application.state));
  const { count } = await work.tx.application.updateMany({
    where: { id: application.id, version: application.version, state: application.state },
    data: { state: "under_review", version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `application:${application.id}`,
    action: "application.takenUp",
    entity: "application",
    entityId: application.id,
    detail: { from: application.state },
  });
  return { ...application, state: "under_review", version: application.version + 1 };
}

/**
 * Admits an applicant: onto a seat, or into the queue where the cohort is full; tells them which. Refused as `application.…` where
 * the application or the cohort is not there yet, or not any more.
 */
export async function admitApplication(work: Work, loaded: LoadedApplication): Promise<Placed> {
  const { takeUpFirst } = insist(decideAdmission(asFacts(loaded)));
  const application = takeUpFirst ? await takeUpApplication(work, loaded) : loaded;
  const { participantRole } = application;
  if (participantRole === null) throw new RefusalError({ code: "application.notOpen" });
  const placed = await placeApplicant(work, application.cohortId, { ...application, participantRole });
  await work.audit({
    stream: `application:${application.id}`,
    action: placed.kind === "enrolled" ? "application.admitted" : "application.waitlisted",
    entity: "application",
    entityId: application.id,
    detail: placed.kind === "enrolled" ? { enrolmentId: placed.enrolmentId } : { place: placed.position },
  });
  await tellPlacement(work, application, placed);
  return placed;
}

async function tellPlacement(work: Work, application: LoadedApplication, placed: Placed): Promise<void> {
  const to = recipientOf(application.person);
  if (!to) return;
  const { name, programme, startsOn } = placed.cohort;
  const about = { programme, cohort: name, path: `/my/applications/${application.id}` };
  if (placed.kind === "queued") {
    const params = { ...about, position: placed.position };
    await work.mail({ template: "application-waitlisted", to, params });
    return;
  }
  const params = { ...about, startsOn: startsOn.toISOString().slice(0, 10) };
  await work.mail({ template: "application-admitted", to, params });
}

/** Declines an application, with a reason that the applicant is told; a place in the queue is given up. */
export async function declineApplication(
  work: Work,
  loaded: LoadedApplication,
  reason: string,
): Promise<void> {
  const { takeUpFirst } = insist(decideDeclining(asFacts(loaded), reason));
  const application = takeUpFirst ? await takeUpApplication(work, loaded) : loaded;
  if (application.waitlistEntry) await leaveQueue(work, application.waitlistEntry);
  const { count } = await work.tx.application.updateMany({
    where: { id: application.id, version: application.version, state: application.state },
    data: {
      state: "declined",
      version: { increment: 1 },
      decidedAt: work.now,
      decidedById: work.acting.personId,
      decisionReason: reason,
    },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
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
