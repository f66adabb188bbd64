"use server";

import { action } from "@/lib/auth/action";
import {
  mayAnswerAsParticipant,
  mayBookVisit,
  mayChangeVisit,
  mayObserve,
} from "@/lib/auth/policy/observations";
import { assessOneself } from "./commands/assess-oneself";
import { handOverVisit } from "./commands/hand-over-visit";
import { loadForAssessor } from "./commands/load-participation";
import { loadVisit, loadVisitForAssessor, loadVisitForParticipant } from "./commands/load-visit";
import { declineTimes, offerOtherTimes, offerTimes, pickTime } from "./commands/offer-times";
import {
  declineTimesSchema,
  handOverVisitSchema,
  offerOtherTimesSchema,
  offerTimesSchema,
  pickTimeSchema,
  selfAssessmentSchema,
} from "./schema";

/** An assessor offers a participant times to choose from. */
export const offerTimesAction = action({
  name: "visit.offer",
  permission: "visit.book",
  input: offerTimesSchema,
  load: (work, { enrolmentId }) => loadForAssessor(work, enrolmentId),
  policy: mayBookVisit,
  async run(work, facts, { enrolmentId: _, ...wish }) {
    const id = await offerTimes(work, facts, wish);
    return { message: "assess.slots.offered", redirectTo: `/assess/visits/${id}` };
  },
});

/** An assessor offers other times in place of those before. */
export const offerOtherTimesAction = action({
  name: "visit.offerOther",
  permission: "visit.book",
  input: offerOtherTimesSchema,
  load: (work, { visitId }) => loadVisitForAssessor(work, visitId),
  policy: mayObserve,
  async run(work, visit, { visitId: _, version, ...wish }) {
    await offerOtherTimes(work, visit, version, wish);
    return { message: "assess.slots.offered" };
  },
});

/** An assessor hands a visit over to a colleague. */
export const handOverVisitAction = action({
  name: "visit.handOver",
  permission: "visit.book",
  input: handOverVisitSchema,
  load: (work, { visitId }) => loadVisit(work, visitId),
  policy: mayChangeVisit,
  async run(work, visit, { version, toId }) {
    await handOverVisit(work, visit, version, toId);
    return { message: "assess.visit.handedOver", redirectTo: "/assess/visits" };
  },
});

/** A participant picks one of the offered times. */
export const pickTimeAction = action({
  name: "visit.pick",
  permission: "visit.prepare",
  input: pickTimeSchema,
  load: (work, { visitId }) => loadVisitForParticipant(work, visitId),
  policy: mayAnswerAsParticipant,
  async run(work, visit, { version, slotId }) {
    await pickTime(work, visit, version, slotId);
    return { message: "observations.slots.picked" };
  },
});

/** A participant says that none of the offered times suits. */
export const declineTimesAction = action({
  name: "visit.declineTimes",
  permission: "visit.prepare",
  input: declineTimesSchema,
  load: (work, { visitId }) => loadVisit(work, visitId),
  policy: mayAnswerAsParticipant,
  async run(work, visit, { version, note }) {
    await declineTimes(work, visit, version, note);
    return { message: "observations.slots.declined" };
  },
});

/** A participant writes how they see their own practice at a visit. */
export const assessOneselfAction = action({
  name: "visit.assessOneself",
  permission: "visit.prepare",
  input: selfAssessmentSchema,
  load: (work, { visitId }) => loadVisit(work, visitId),
  policy: mayAnswerAsParticipant,
  async run(work, visit, { visitId: _, ...view }) {
    await assessOneself(work, visit, view);
    return { message: "observations.self.saved" };
  },
});
