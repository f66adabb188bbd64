"use server";

import { action } from "@/lib/auth/action";
import {
  mayAdvanceEntry,
  mayAnswerOffer,
  mayLeaveCohort,
  mayManageEnrolment,
} from "@/lib/auth/policy/enrolments";
import { insist } from "@/lib/core/decision";
import { decideVersion } from "@/lib/core/version";
import { advanceEntry, loadEntry } from "./commands/advance-entry";
import { acceptOffer, refuseOffer } from "./commands/answer-offer";
import { completeEnrolment, pauseEnrolment } from "./commands/change-enrolment";
import { loadEnrolment } from "./commands/load-enrolment";
import { loadOffer } from "./commands/load-offer";
import { withdrawEnrolment } from "./commands/withdraw-enrolment";
import {
  advanceSchema,
  completeSchema,
  leaveSchema,
  offerSchema,
  pauseSchema,
  withdrawSchema,
} from "./schema";

/** The holder of an offer takes the seat. */
export const acceptOfferAction = action({
  name: "offer.accept",
  permission: "offer.answer",
  input: offerSchema,
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
  async run(work, enrolment, { version, reason }) {
    insist(decideVersion(enrolment, version));
    await withdrawEnrolment(work, enrolment, reason);
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
  async run(work, enrolment, { version }) {
    insist(decideVersion(enrolment, version));
    const state = await pauseEnrolment(work, enrolment);
    return { message: state === "paused" ? "enrolments.pause.begun" : "enrolments.pause.ended" };
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
