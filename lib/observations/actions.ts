"use server";

import { action } from "@/lib/auth/action";
import {
  mayAnswerAsParticipant,
  mayBeginObservation,
  mayBookVisit,
  mayChangeVisit,
  mayDeclareConflict,
  mayObserve,
  mayReturnObservation,
  mayWriteObservation,
} from "@/lib/auth/policy/observations";
import { amendObservation } from "./commands/amend-observation";
import { bookVisit } from "./commands/book-visit";
import { cancelVisit, closeVisit } from "./commands/close-visit";
import { confirmVisit } from "./commands/confirm-visit";
import { declareConflict } from "./commands/declare-conflict";
import { loadAssessedObservation, loadObservation } from "./commands/load-observation";
import { loadForAssessor } from "./commands/load-participation";
import { loadVisit, loadVisitForAssessor } from "./commands/load-visit";
import { respondToObservation } from "./commands/lock-observation";
import { moveVisit } from "./commands/move-visit";
import { prepareVisit } from "./commands/prepare-visit";
import { resumeObservation, returnObservation } from "./commands/return-observation";
import { saveDraft } from "./commands/save-draft";
import { shareObservation } from "./commands/share-observation";
import { startObservation } from "./commands/start-observation";
import { submitObservation } from "./commands/submit-observation";
import {
  amendSchema,
  bookVisitSchema,
  cancelVisitSchema,
  conflictSchema,
  moveVisitSchema,
  observationSchema,
  prepareVisitSchema,
  respondSchema,
  returnSchema,
  saveDraftSchema,
  startObservationSchema,
  visitSchema,
} from "./schema";

/** An assessor declares how they stand to a participant. */
export const declareConflictAction = action({
  name: "conflict.declare",
  permission: "conflict.declare",
  input: conflictSchema,
  load: (work, { enrolmentId }) => loadForAssessor(work, enrolmentId),
  policy: mayDeclareConflict,
  async run(work, facts, { enrolmentId, outcome, ground }) {
    await declareConflict(work, { ...facts.eligibility, enrolmentId }, { outcome, ground });
    return { message: "assess.relation.done", redirectTo: `/assess/participants/${enrolmentId}` };
  },
});

/** An assessor books a visit. */
export const bookVisitAction = action({
  name: "visit.book",
  permission: "visit.book",
  input: bookVisitSchema,
  load: (work, { enrolmentId }) => loadForAssessor(work, enrolmentId),
  policy: mayBookVisit,
  async run(work, facts, { enrolmentId: _, ...wish }) {
    const id = await bookVisit(work, facts, wish);
    return { message: "assess.visit.booked", redirectTo: `/assess/visits/${id}` };
  },
});

/** An assessor takes a visit that was asked for or proposed as it stands. */
export const confirmVisitAction = action({
  name: "visit.confirm",
  permission: "visit.book",
  input: visitSchema,
  load: (work, { visitId }) => loadVisitForAssessor(work, visitId),
  policy: mayObserve,
  async run(work, visit, { version }) {
    await confirmVisit(work, visit, version);
    return { message: "assess.visit.booked" };
  },
});

/** An assessor moves a visit. */
export const moveVisitAction = action({
  name: "visit.move",
  permission: "visit.book",
  input: moveVisitSchema,
  load: (work, { visitId }) => loadVisitForAssessor(work, visitId),
  policy: mayChangeVisit,
  async run(work, visit, { visitId, version, ...wish }) {
    await moveVisit(work, visit, version, wish);
    return { message: "assess.visit.moved", redirectTo: `/assess/visits/${visitId}` };
  },
});

/** An assessor cancels a visit. */
export const cancelVisitAction = action({
  name: "visit.cancel",
  permission: "visit.book",
  input: cancelVisitSchema,
  load: (work, { visitId }) => loadVisit(work, visitId),
  policy: mayChangeVisit,
  async run(work, visit, { visitId, version, reason }) {
    await cancelVisit(work, visit, version, reason);
    return { message: "assess.visit.cancelled", redirectTo: `/assess/visits/${visitId}` };
  },
});

/** An assessor notes that a visit took place. */
export const markVisitDoneAction = action({
  name: "visit.markDone",
  permission: "visit.book",
  input: visitSchema,
  load: (work, { visitId }) => loadVisit(work, visitId),
  policy: mayChangeVisit,
  async run(work, visit, { version }) {
    await closeVisit(work, visit, version, "done");
    return { message: "assess.visit.done" };
  },
});

/** An assessor notes that a visit did not take place. */
export const markVisitMissedAction = action({
  name: "visit.markMissed",
  permission: "visit.book",
  input: visitSchema,
  load: (work, { visitId }) => loadVisit(work, visitId),
  policy: mayChangeVisit,
  async run(work, visit, { version }) {
    await closeVisit(work, visit, version, "missed");
    return { message: "assess.visit.missed" };
  },
});

/** A participant prepares a visit. */
export const prepareVisitAction = action({
  name: "visit.prepare",
  permission: "visit.prepare",
  input: prepareVisitSchema,
  load: (work, { visitId }) => loadVisit(work, visitId),
  policy: mayAnswerAsParticipant,
  async run(work, visit, { visitId: _, version, ...preparation }) {
    await prepareVisit(work, visit, version, preparation);
    return { message: "observations.prepare.saved" };
  },
});

/** An assessor begins the observation of a visit. */
export const startObservationAction = action({
  name: "observation.start",
  permission: "observation.write",
  input: startObservationSchema,
  load: (work, { visitId }) => loadVisitForAssessor(work, visitId),
  policy: mayBeginObservation,
  async run(work, visit) {
    return { redirectTo: `/assess/observations/${await startObservation(work, visit)}/write` };
  },
});

/** An assessor saves what they have written. */
export const saveObservationDraftAction = action({
  name: "observation.save",
  permission: "observation.write",
  input: saveDraftSchema,
  load: (work, { observationId }) => loadObservation(work, observationId),
  policy: mayWriteObservation,
  async run(work, observation, { observationId, version, next, ...draft }) {
    const saved = await saveDraft(work, observation, version, draft);
    const redirectTo = next && `/assess/observations/${observationId}`;
    return { ...(redirectTo && { redirectTo }), data: { version: saved, savedAt: work.now.toISOString() } };
  },
});

/** An assessor submits their observation. */
export const submitObservationAction = action({
  name: "observation.submit",
  permission: "observation.write",
  input: observationSchema,
  load: (work, { observationId }) => loadAssessedObservation(work, observationId),
  policy: mayObserve,
  async run(work, observation, { version }) {
    await submitObservation(work, observation, version);
    return { message: "assess.observation.submitted" };
  },
});

/** A submitted observation goes back to its assessor: taken by themself, or returned by a certifier. */
export const returnObservationAction = action({
  name: "observation.return",
  permission: "observation.return",
  input: returnSchema,
  load: (work, { observationId }) => loadObservation(work, observationId),
  policy: mayReturnObservation,
  async run(work, observation, { version, reason }) {
    await returnObservation(work, observation, version, reason);
    // What is returned is its assessor's again: a certifier finds it when it is submitted anew.
    const own = work.acting.personId === observation.assessorId;
    return { message: "assess.observation.returned", ...(own ? {} : { redirectTo: "/certify" }) };
  },
});

/** An assessor takes a returned observation up again. */
export const resumeObservationAction = action({
  name: "observation.resume",
  permission: "observation.write",
  input: observationSchema,
  load: (work, { observationId }) => loadObservation(work, observationId),
  policy: mayWriteObservation,
  async run(work, observation, { observationId, version }) {
    await resumeObservation(work, { ...observation, version });
    return { redirectTo: `/assess/observations/${observationId}/write` };
  },
});

/** An assessor shares a submitted observation with the participant. */
export const shareObservationAction = action({
  name: "observation.share",
  permission: "observation.share",
  input: observationSchema,
  load: (work, { observationId }) => loadAssessedObservation(work, observationId),
  policy: mayObserve,
  async run(work, observation, { version }) {
    await shareObservation(work, observation, version);
    return { message: "assess.observation.shared" };
  },
});

/** A participant answers an observation that was shared with them. */
export const respondToObservationAction = action({
  name: "observation.respond",
  permission: "observation.respond",
  input: respondSchema,
  load: (work, { observationId }) => loadObservation(work, observationId),
  policy: mayAnswerAsParticipant,
  async run(work, observation, { version, response }) {
    await respondToObservation(work, observation, version, response);
    return { message: "observations.response.done" };
  },
});

/** An assessor begins an observation that is to supersede a locked one. */
export const amendObservationAction = action({
  name: "observation.amend",
  permission: "observation.write",
  input: amendSchema,
  load: (work, { observationId }) => loadAssessedObservation(work, observationId),
  policy: mayObserve,
  async run(work, observation, { reason }) {
    return { redirectTo: `/assess/observations/${await amendObservation(work, observation, reason)}/write` };
  },
});
