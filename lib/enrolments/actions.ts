"use server";

import { action } from "@/lib/auth/action";
import {
  mayAdvanceEntry,
  mayAnswerOffer,
  mayLeaveCohort,
  mayManageEnrolment,
} from "@/lib/auth/policy/enrolments";
import { mayActForProvider } from "@/lib/auth/policy/providers";
import { insist } from "@/lib/core/decision";
import { decideVersion } from "@/lib/core/version";
import { advanceEntry, loadEntry } from "./commands/advance-entry";
import { acceptOffer, refuseOffer } from "./commands/answer-offer";
import { completeEnrolment, pauseEnrolment } from "./commands/change-enrolment";
import { changeKeptSeats, keepSeats, loadCohortSeats, loadSeatClass } from "./commands/keep-seats";
import { loadEnrolment, loadEnrolmentToMove } from "./commands/load-enrolment";
import { loadOffer, lockOffer } from "./commands/load-offer";
import { releaseSeats } from "./commands/release-seats";
import { substituteParticipant } from "./commands/substitute-participant";
import { transferParticipant } from "./commands/transfer-participant";
import { withdrawEnrolment } from "./commands/withdraw-enrolment";
import {
  advanceSchema,
  changeKeptSeatsSchema,
  completeSchema,
  keepSeatsSchema,
  leaveSchema,
  offerSchema,
  pauseSchema,
  releaseSeatsSchema,
  substituteSchema,
  transferSchema,
  withdrawSchema,
} from "./schema";

/** The holder of an offer takes the seat. */
export const acceptOfferAction = action({
  name: "offer.accept",
  permission: "offer.answer",
  input: offerSchema,
  lock: ({ entryId }) => lockOffer(entryId),
  load: (work, { entryId }) => loadOffer(work, entryId),
  policy: mayAnswerOffer,
  async run(work, offer) {
    await acceptOffer(work, offer);
    return {
      message: "enrolments.offer.acceptedDone",
      redirectTo: `/my/applications/${offer.application.id}`,
    };
  },
});

/** The holder of an offer gives the seat back. */
export const refuseOfferAction = action({
  name: "offer.refuse",
  permission: "offer.answer",
  input: offerSchema,
  lock: ({ entryId }) => lockOffer(entryId),
  load: (work, { entryId }) => loadOffer(work, entryId),
  policy: mayAnswerOffer,
  async run(work, offer) {
    await refuseOffer(work, offer);
    return {
      message: "enrolments.offer.refusedDone",
      redirectTo: `/my/applications/${offer.application.id}`,
    };
  },
});

/** A participant leaves a cohort. */
export const leaveCohortAction = action({
  name: "enrolment.leave",
  permission: "enrolment.leave",
  input: leaveSchema,
  load: (work, { enrolmentId }) => loadEnrolment(work, enrolmentId),
  policy: mayLeaveCohort,
  async run(work, enrolment, { reason }) {
    await withdrawEnrolment(work, enrolment, reason);
    return { message: "enrolments.leave.done" };
  },
});

/** Staff take a participant off a cohort. */
export const withdrawEnrolmentAction = action({
  name: "enrolment.withdraw",
  permission: "enrolment.manage",
  input: withdrawSchema,
  load: (work, { enrolmentId }) => loadEnrolment(work, enrolmentId),
  policy: mayManageEnrolment,
  async run(work, enrolment, { version, reason, waive }) {
    insist(decideVersion(enrolment, version));
    await withdrawEnrolment(work, enrolment, reason, { waive });
    return { message: "enrolments.withdraw.done" };
  },
});

/** Staff write down that a pause begins or ends. */
export const pauseEnrolmentAction = action({
  name: "enrolment.pause",
  permission: "enrolment.manage",
  input: pauseSchema,
  load: (work, { enrolmentId }) => loadEnrolment(work, enrolmentId),
  policy: mayManageEnrolment,
  async run(work, enrolment, { version, returnsOn, reason }) {
    insist(decideVersion(enrolment, version));
    const state = await pauseEnrolment(work, enrolment, { returnsOn, reason });
    return { message: state === "paused" ? "enrolments.pause.begun" : "enrolments.pause.ended" };
  },
});

/** Staff, or the organisation's coordinator, let somebody else take over a seat. */
export const substituteParticipantAction = action({
  name: "enrolment.substitute",
  permission: "enrolment.substitute",
  input: substituteSchema,
  load: (work, { enrolmentId }) => loadEnrolment(work, enrolmentId),
  policy: mayManageEnrolment,
  async run(work, enrolment, { version, reason, name, email, title }) {
    insist(decideVersion(enrolment, version));
    await substituteParticipant(work, enrolment, { name, email, title }, reason);
    return { message: "enrolments.substitute.done" };
  },
});

/** Staff move a participant to another cohort. */
export const transferParticipantAction = action({
  name: "enrolment.transfer",
  permission: "enrolment.manage",
  input: transferSchema,
  load: (work, { enrolmentId, targetId }) => loadEnrolmentToMove(work, enrolmentId, targetId),
  policy: mayManageEnrolment,
  async run(work, enrolment, { version, targetId, reason }) {
    insist(decideVersion(enrolment, version));
    await transferParticipant(work, enrolment, targetId, reason);
    return { message: "enrolments.transfer.done" };
  },
});

/** Staff write down how a participation ended. */
export const completeEnrolmentAction = action({
  name: "enrolment.complete",
  permission: "enrolment.manage",
  input: completeSchema,
  load: (work, { enrolmentId }) => loadEnrolment(work, enrolmentId),
  policy: mayManageEnrolment,
  async run(work, enrolment, { version, outcome, reason }) {
    insist(decideVersion(enrolment, version));
    await completeEnrolment(work, enrolment, outcome, reason);
    return { message: "enrolments.complete.done" };
  },
});

/** Staff move somebody to the front of the queue. */
export const advanceEntryAction = action({
  name: "waitlist.advance",
  permission: "waitlist.manage",
  input: advanceSchema,
  load: (work, { entryId }) => loadEntry(work, entryId),
  policy: mayAdvanceEntry,
  async run(work, entry, { version, reason }) {
    insist(decideVersion(entry, version));
    await advanceEntry(work, entry, reason);
    return { message: "enrolments.advance.done" };
  },
});

/** Staff keep seats of a cohort for an organisation or a track. */
export const keepSeatsAction = action({
  name: "seatClass.keep",
  permission: "waitlist.manage",
  input: keepSeatsSchema,
  load: (work, { cohortId }) => loadCohortSeats(work, cohortId),
  policy: mayActForProvider,
  async run(work, cohort, { cohortId: _, ...content }) {
    await keepSeats(work, cohort, content);
    return { message: "enrolments.classes.kept" };
  },
});

/** Staff change how many seats are kept for somebody, and until when. */
export const changeKeptSeatsAction = action({
  name: "seatClass.change",
  permission: "waitlist.manage",
  input: changeKeptSeatsSchema,
  load: (work, { seatClassId }) => loadSeatClass(work, seatClassId),
  policy: mayActForProvider,
  async run(work, seatClass, { version, seats, releasesOn }) {
    await changeKeptSeats(work, seatClass, version, { seats, releasesOn });
    return {
      message: "enrolments.classes.saved",
      redirectTo: `/staff/cohorts/${seatClass.cohortId}/seats`,
    };
  },
});

/** Staff give kept seats to everybody before their day. */
export const releaseSeatsAction = action({
  name: "seatClass.release",
  permission: "waitlist.manage",
  input: releaseSeatsSchema,
  load: (work, { seatClassId }) => loadSeatClass(work, seatClassId),
  policy: mayActForProvider,
  async run(work, seatClass, { version }) {
    insist(decideVersion(seatClass, version));
    await releaseSeats(work, seatClass);
    return {
      message: "enrolments.classes.releasedDone",
      redirectTo: `/staff/cohorts/${seatClass.cohortId}/seats`,
    };
  },
});
