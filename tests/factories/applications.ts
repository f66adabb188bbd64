import type { Db } from "../../lib/db/client.ts";
import type { Application, WaitlistEntry } from "../../lib/db/generated/client.ts";
import type { ApplicationState, ParticipantRole, WaitlistState } from "../../lib/db/generated/enums.ts";
import { freeSeat } from "./enrolments.ts";
import { makePerson } from "./people.ts";
import { inDays, walk } from "./unique.ts";

const PATHS: Record<ApplicationState, ApplicationState[]> = {
  draft: [],
  submitted: ["submitted"],
  manager_pending: ["submitted", "manager_pending"],
  manager_approved: ["submitted", "manager_pending", "manager_approved"],
  manager_declined: ["submitted", "manager_pending", "manager_declined"],
  under_review: ["submitted", "under_review"],
  admitted: ["submitted", "under_review", "admitted"],
  waitlisted: ["submitted", "under_review", "waitlisted"],
  declined: ["submitted", "under_review", "declined"],
  withdrawn: ["submitted", "withdrawn"],
};

export type ApplicationOptions = {
  readonly cohortId: string;
  readonly personId?: string;
  readonly state?: ApplicationState;
  readonly organisationId?: string | null;
  readonly trackId?: string | null;
  readonly participantRole?: ParticipantRole;
  readonly managerEmail?: string;
  readonly submittedAt?: Date;
  readonly decidedById?: string | null;
};

/**
 * A complete application moved to `state` (submitted). One that waits for a manager has its request, a waitlisted one its
 * place in the queue; an admitted one has no enrolment yet (makeEnrolment with its id gives it one).
 */
export async function makeApplication(db: Db, options: ApplicationOptions): Promise<Application> {
  const state = options.state ?? "submitted";
  const submittedAt = options.submittedAt ?? inDays(-5);
  const { id } = await db.application.create({
    data: {
      cohortId: options.cohortId,
      personId: options.personId ?? (await makePerson(db)).id,
      participantRole: options.participantRole ?? "manager",
      organisationId: options.organisationId ?? null,
      trackId: options.trackId ?? null,
      title: "Afdelingsleder",
      motivation: "Jeg vil lede forandringer, der holder.",
      managerName: "Mette Overgaard",
      managerEmail: options.managerEmail ?? "manager@factory.example",
      payer: "organisation",
      payerGln: "5790000000012",
      payerReference: "Udvikling",
    },
    select: { id: true },
  });
  await walk(PATHS[state], (to) => moveApplication(db, id, to, submittedAt, options.decidedById ?? null));
  if (state === "waitlisted") await makeWaitlistEntry(db, { applicationId: id });
  return db.application.findUniqueOrThrow({ where: { id } });
}

async function moveApplication(
  db: Db,
  id: string,
  state: ApplicationState,
  submittedAt: Date,
  decidedById: string | null,
): Promise<void> {
  const decision = { state, decidedAt: inDays(-1), decidedById, decisionReason: "Begrundelse" };
  const isDecision = ["admitted", "waitlisted", "declined"].includes(state);
  await db.application.update({
    where: { id },
    data: state === "submitted" ? { state, submittedAt } : isDecision ? decision : { state },
  });
  if (state === "manager_pending") {
    await db.managerApproval.create({
      data: {
        applicationId: id,
        managerName: "Mette Overgaard",
        managerEmail: "manager@factory.example",
        expiresAt: inDays(14),
      },
    });
  }
  if (state === "manager_approved" || state === "manager_declined") {
    await db.managerApproval.update({
      where: { applicationId: id },
      data: { answeredAt: inDays(-2), approved: state === "manager_approved" },
    });
  }
}

const WAITLIST_PATHS: Record<WaitlistState, WaitlistState[]> = {
  waiting: [],
  offered: ["offered"],
  accepted: ["offered", "accepted"],
  expired: ["offered", "expired"],
  refused: ["offered", "refused"],
  withdrawn: ["withdrawn"],
};

/** The application's place at the end of its cohort's queue, moved to `state` (waiting). A live offer holds a seat. */
export async function makeWaitlistEntry(
  db: Db,
  options: { readonly applicationId: string; readonly state?: WaitlistState; readonly offerExpiresAt?: Date },
): Promise<WaitlistEntry> {
  const { cohortId } = await db.application.findUniqueOrThrow({
    where: { id: options.applicationId },
    select: { cohortId: true },
  });
  const cohort = await db.cohort.update({
    where: { id: cohortId },
    data: { lastQueuePosition: { increment: 1 } },
    select: { lastQueuePosition: true },
  });
  const { id } = await db.waitlistEntry.create({
    data: { cohortId, applicationId: options.applicationId, position: cohort.lastQueuePosition },
    select: { id: true },
  });
  await walk(WAITLIST_PATHS[options.state ?? "waiting"], async (state) => {
    if (state === "offered") {
      const number = await freeSeat(db, cohortId);
      const offerExpiresAt = options.offerExpiresAt ?? inDays(3);
      const data = { state, offeredAt: inDays(-1), offerExpiresAt, seat: { create: { cohortId, number } } };
      return db.waitlistEntry.update({ where: { id }, data });
    }
    const hadSeat = state !== "withdrawn";
    const data = { state, answeredAt: inDays(0), ...(hadSeat ? { seat: { delete: true } } : {}) };
    return db.waitlistEntry.update({ where: { id }, data });
  });
  return db.waitlistEntry.findUniqueOrThrow({ where: { id } });
}
