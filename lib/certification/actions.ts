"use server";

import { action } from "@/lib/auth/action";
import {
  mayAcceptFor,
  mayAppointFor,
  mayEndRepresentation,
  maySpeakForParticipant,
  mayTakePart,
} from "@/lib/auth/policy/certification";
import { answerHearing } from "./commands/answer-hearing";
import { acceptRepresentation, endRepresentation } from "./commands/answer-representation";
import { appointRepresentative } from "./commands/appoint-representative";
import { decideCaseAppeal } from "./commands/decide-appeal";
import { decideCase } from "./commands/decide-case";
import { exceptRequirement } from "./commands/except-requirement";
import { fileAppeal } from "./commands/file-appeal";
import { decideCaseComplaint, fileComplaint } from "./commands/handle-complaint";
import { loadCase } from "./commands/load-case";
import { loadRepresentation } from "./commands/load-representation";
import { openHearing } from "./commands/open-hearing";
import { recommendCase } from "./commands/recommend-case";
import { releaseCase } from "./commands/release-case";
import { reopenCase } from "./commands/reopen-case";
import { takeUpCase } from "./commands/take-up-case";
import {
  appealSchema,
  appointSchema,
  caseSchema,
  complaintSchema,
  decideAppealSchema,
  decideComplaintSchema,
  decideSchema,
  exceptSchema,
  openHearingSchema,
  recommendSchema,
  representationSchema,
  statementSchema,
} from "./schema";

/** Recommends an outcome: an assessor who knows the evidence, or a certifier of the body. */
export const recommendCaseAction = action({
  name: "case.recommend",
  permission: "case.recommend",
  input: recommendSchema,
  load: (work, input) => loadCase(work, input.caseId),
  policy: mayTakePart("recommend"),
  async run(work, facts, input) {
    await recommendCase(work, facts, input);
    return { message: "certification.recommend.done" };
  },
});

/** Opens the hearing that goes before an adverse decision. */
export const openHearingAction = action({
  name: "case.openHearing",
  permission: "case.decide",
  input: openHearingSchema,
  load: (work, input) => loadCase(work, input.caseId),
  policy: mayTakePart("hear"),
  async run(work, facts, input) {
    await openHearing(work, facts, input);
    return { message: "certification.hearing.opened" };
  },
});

/** Decides a case. Nothing of it reaches the participant before the release. */
export const decideCaseAction = action({
  name: "case.decide",
  permission: "case.decide",
  input: decideSchema,
  recentSignIn: true,
  load: (work, input) => loadCase(work, input.caseId),
  policy: mayTakePart("decide"),
  async run(work, facts, { caseId: _, ...input }) {
    await decideCase(work, facts, input);
    return { message: "certification.decide.done" };
  },
});

/** Tells the participant the outcome; issues the certificate of a decision to certify. */
export const releaseCaseAction = action({
  name: "case.release",
  permission: "case.release",
  input: caseSchema,
  recentSignIn: true,
  load: (work, input) => loadCase(work, input.caseId),
  policy: mayTakePart("release"),
  async run(work, facts, input) {
    const { certificateId } = await releaseCase(work, facts, input);
    return { message: certificateId ? "certification.release.issued" : "certification.release.done" };
  },
});

/** Waives a requirement in writing, as a third person. */
export const exceptRequirementAction = action({
  name: "case.except",
  permission: "case.except",
  input: exceptSchema,
  load: (work, input) => loadCase(work, input.caseId),
  policy: mayTakePart("except"),
  async run(work, facts, input) {
    await exceptRequirement(work, facts, input);
    return { message: "certification.except.done" };
  },
});

/** Sends a recommended case back to gathering evidence. */
export const reopenCaseAction = action({
  name: "case.reopen",
  permission: "case.decide",
  input: caseSchema,
  load: (work, input) => loadCase(work, input.caseId),
  policy: mayTakePart("steer"),
  async run(work, facts, input) {
    await reopenCase(work, facts, input);
    return { message: "certification.reopen.done" };
  },
});

/** Takes up a case whose time for evidence is over though something is missing. */
export const takeUpCaseAction = action({
  name: "case.takeUp",
  permission: "case.decide",
  input: caseSchema,
  load: (work, input) => loadCase(work, input.caseId),
  policy: mayTakePart("steer"),
  async run(work, facts, input) {
    await takeUpCase(work, facts, input);
    return { message: "certification.takeUp.done" };
  },
});

/** The participant, or who represents them, answers what is intended. */
export const answerHearingAction = action({
  name: "case.answerHearing",
  permission: "hearing.answer",
  input: statementSchema,
  load: (work, input) => loadCase(work, input.caseId),
  policy: maySpeakForParticipant,
  async run(work, facts, input) {
    await answerHearing(work, facts, input.statement);
    return { message: "certification.statement.done" };
  },
});

/** The participant, or who represents them, appeals against a refusal. */
export const fileAppealAction = action({
  name: "case.fileAppeal",
  permission: "appeal.file",
  input: appealSchema,
  load: (work, input) => loadCase(work, input.caseId),
  policy: maySpeakForParticipant,
  async run(work, facts, input) {
    await fileAppeal(work, facts, input.grounds);
    return { message: "certification.appeal.done" };
  },
});

/** Decides an appeal, as somebody who took no part before. */
export const decideAppealAction = action({
  name: "case.decideAppeal",
  permission: "case.decide",
  input: decideAppealSchema,
  recentSignIn: true,
  load: (work, input) => loadCase(work, input.caseId),
  policy: mayTakePart("appeal"),
  async run(work, facts, { verdict, ...input }) {
    await decideCaseAppeal(work, facts, { ...input, changedTo: verdict === "upheld" ? null : verdict });
    return { message: "certification.appealDecision.done" };
  },
});

/** The participant, or who represents them, complains about how the case was handled. */
export const fileComplaintAction = action({
  name: "case.fileComplaint",
  permission: "complaint.file",
  input: complaintSchema,
  load: (work, input) => loadCase(work, input.caseId),
  policy: maySpeakForParticipant,
  async run(work, facts, input) {
    await fileComplaint(work, facts, input);
    return { message: "certification.complaint.done" };
  },
});

/** Answers a complaint, as somebody who took no part in the case before. */
export const decideComplaintAction = action({
  name: "case.decideComplaint",
  permission: "case.decide",
  input: decideComplaintSchema,
  recentSignIn: true,
  load: (work, input) => loadCase(work, input.caseId),
  policy: mayTakePart("complaint"),
  async run(work, facts, input) {
    await decideCaseComplaint(work, facts, input);
    return { message: "certification.complaintDecision.done" };
  },
});

/** The participant lets somebody act for them. */
export const appointRepresentativeAction = action({
  name: "case.appointRepresentative",
  permission: "case.represent",
  input: appointSchema,
  load: (work, input) => loadCase(work, input.caseId),
  policy: mayAppointFor,
  async run(work, facts, input) {
    await appointRepresentative(work, facts, input);
    return { message: "certification.representative.appointed" };
  },
});

/** Takes on a representation that was given to one's own address. */
export const acceptRepresentationAction = action({
  name: "case.acceptRepresentation",
  permission: "case.represent",
  input: representationSchema,
  load: (work, input) => loadRepresentation(work, input.representationId),
  policy: mayAcceptFor,
  async run(work, facts) {
    await acceptRepresentation(work, facts);
    return { message: "certification.representative.accepted" };
  },
});

/** Ends a representation, from either side; before acceptance it is taken back or declined by the same. */
export const endRepresentationAction = action({
  name: "case.endRepresentation",
  permission: "case.represent",
  input: representationSchema,
  load: (work, input) => loadRepresentation(work, input.representationId),
  policy: mayEndRepresentation,
  async run(work, facts) {
    await endRepresentation(work, facts);
    return { message: "certification.representative.ended" };
  },
});
