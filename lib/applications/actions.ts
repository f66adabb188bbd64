"use server";

import { personOf } from "@/lib/auth/acting";
import { action } from "@/lib/auth/action";
import {
  mayAnswerApproval,
  mayApply,
  mayChangeApplication,
  mayDecideApplication,
  mayDecideSeveral,
} from "@/lib/auth/policy/applications";
import { insist } from "@/lib/core/decision";
import { settings } from "@/lib/core/env";
import { decideVersion } from "@/lib/core/version";
import { admitApplication } from "./commands/admit-applications";
import { answerApproval, loadByApprovalToken, lockByApprovalToken } from "./commands/answer-approval";
import { askAgain } from "./commands/ask-again";
import { takeUpApplication } from "./commands/decide-application";
import { decideSeveral } from "./commands/decide-several";
import { declineApplication } from "./commands/decline-applications";
import { forwardApproval } from "./commands/forward-approval";
import { loadAdmission, loadAdmissions, lockAdmissions } from "./commands/load-admission";
import { loadApplication, lockApplication } from "./commands/load-application";
import { loadApplying } from "./commands/load-applying";
import { submitApplication } from "./commands/submit-application";
import { withdrawApplication } from "./commands/withdraw-application";
import { saveDraft } from "./commands/write-draft";
import { writeNote } from "./commands/write-note";
import {
  applicationSchema,
  approvalSchema,
  askAgainSchema,
  coordinatorApprovalSchema,
  declineSchema,
  forwardSchema,
  noteSchema,
  reviewSchema,
  severalSchema,
  withdrawApplicationSchema,
} from "./schema";

/** Saves an application as a draft, or hands it in: one form with two buttons, so that both work before scripts have loaded. */
export const writeApplicationAction = action({
  name: "application.write",
  permission: "application.write",
  input: applicationSchema,
  load: loadApplying,
  policy: mayApply,
  async run(work, applying, input) {
    if (input.intent === "draft") {
      const version = await saveDraft(work, applying, input);
      return { message: "applications.form.draftSaved", data: { version, savedAt: work.now.toISOString() } };
    }
    const id = await submitApplication(work, applying, input);
    return { message: "applications.form.submitted", redirectTo: `/my/applications/${id}` };
  },
});

/** The applicant withdraws. */
export const withdrawApplicationAction = action({
  name: "application.withdraw",
  permission: "application.write",
  input: withdrawApplicationSchema,
  lock: ({ applicationId }) => lockApplication(applicationId),
  load: (work, { applicationId }) => loadApplication(work, applicationId),
  policy: mayChangeApplication,
  async run(work, application) {
    await withdrawApplication(work, application);
    return { message: "applications.withdraw.done" };
  },
});

/** The applicant asks for the approval again, the same manager or another. */
export const askAgainAction = action({
  name: "approval.askAgain",
  permission: "application.write",
  input: askAgainSchema,
  lock: ({ applicationId }) => lockApplication(applicationId),
  load: (work, { applicationId }) => loadApplication(work, applicationId),
  policy: mayChangeApplication,
  async run(work, application, { managerName, managerEmail }) {
    await askAgain(work, application, { name: managerName, email: managerEmail });
    return { message: "applications.askAgain.done" };
  },
});

/** Whoever holds the signed link approves or declines, without an account. */
export const answerApprovalAction = action({
  name: "approval.answer",
  permission: "approval.answer",
  input: approvalSchema,
  lock: ({ token }) => lockByApprovalToken(token, settings().secret),
  load: (work, { token }) => loadByApprovalToken(work, token, settings().secret),
  policy: mayAnswerApproval,
  async run(work, application, { answer, comment }) {
    const name = application.managerApproval?.managerName ?? "";
    await answerApproval(work, application, { approved: answer === "approve", comment, by: "link", name });
    return { message: "applications.approve.done" };
  },
});

/** Whoever holds the signed link passes the question on to a deputy, without an account. */
export const forwardApprovalAction = action({
  name: "approval.forward",
  permission: "approval.answer",
  input: forwardSchema,
  lock: ({ token }) => lockByApprovalToken(token, settings().secret),
  load: (work, { token }) => loadByApprovalToken(work, token, settings().secret),
  policy: mayAnswerApproval,
  async run(work, application, { deputyName, deputyEmail, note }) {
    await forwardApproval(work, application, { name: deputyName, email: deputyEmail, note });
    return { message: "applications.forward.done" };
  },
});

/** The organisation's coordinator approves or declines in the manager's place. */
export const answerAsCoordinatorAction = action({
  name: "approval.answerAsCoordinator",
  permission: "approval.decideAsCoordinator",
  input: coordinatorApprovalSchema,
  lock: ({ applicationId }) => lockApplication(applicationId),
  load: (work, { applicationId }) => loadApplication(work, applicationId),
  policy: mayAnswerApproval,
  async run(work, application, { answer, comment }) {
    const { name } = await work.tx.person.findUniqueOrThrow({
      where: { id: personOf(work.acting) },
      select: { name: true },
    });
    const approved = answer === "approve";
    await answerApproval(work, application, { approved, comment, by: "coordinator", name });
    return {
      message: approved ? "organisation.approvals.approvedDone" : "organisation.approvals.declinedDone",
    };
  },
});

/** Staff take an application up. */
export const takeUpApplicationAction = action({
  name: "application.takeUp",
  permission: "application.decide",
  input: reviewSchema,
  lock: ({ applicationId }) => lockApplication(applicationId),
  load: (work, { applicationId }) => loadApplication(work, applicationId),
  policy: mayDecideApplication,
  async run(work, application, { version }) {
    insist(decideVersion(application, version));
    await takeUpApplication(work, application);
    return { message: "applications.review.takenUp" };
  },
});

/** Staff admit an applicant: onto a seat, or into the queue. */
export const admitApplicationAction = action({
  name: "application.admit",
  permission: "application.decide",
  input: reviewSchema,
  lock: ({ applicationId }) => lockApplication(applicationId),
  load: (work, { applicationId }) => loadAdmission(work, applicationId),
  policy: (acting, { application }) => mayDecideApplication(acting, application),
  async run(work, { cohort, application }, { version }) {
    insist(decideVersion(application, version));
    const placed = await admitApplication(work, cohort, application);
    return {
      message: placed.kind === "enrolled" ? "applications.review.admitted" : "applications.review.queued",
    };
  },
});

/** Staff decline an application with a reason. */
export const declineApplicationAction = action({
  name: "application.decline",
  permission: "application.decide",
  input: declineSchema,
  lock: ({ applicationId }) => lockApplication(applicationId),
  load: (work, { applicationId }) => loadApplication(work, applicationId),
  policy: mayDecideApplication,
  async run(work, application, { version, reason }) {
    insist(decideVersion(application, version));
    await declineApplication(work, application, reason);
    return { message: "applications.review.declined" };
  },
});

/** Staff admit or decline several applications; the reply tells of each what became of it. */
export const decideSeveralAction = action({
  name: "application.decideSeveral",
  permission: "application.decide",
  input: severalSchema,
  lock: ({ cohortId }) => lockAdmissions(cohortId),
  load: (work, { cohortId, selected }) =>
    loadAdmissions(
      work,
      selected.map(({ id }) => id),
      cohortId,
    ),
  policy: mayDecideSeveral,
  async run(work, admissions, { selected, decision, reason }) {
    const told = await decideSeveral(work, admissions, selected, { kind: decision, reason });
    return {
      message: decision === "admit" ? "applications.bulk.admitDone" : "applications.bulk.declineDone",
      data: { told },
    };
  },
});

/** Staff write a note for each other. */
export const noteApplicationAction = action({
  name: "application.note",
  permission: "application.decide",
  input: noteSchema,
  lock: ({ applicationId }) => lockApplication(applicationId),
  load: (work, { applicationId }) => loadApplication(work, applicationId),
  policy: mayDecideApplication,
  async run(work, application, { text }) {
    await writeNote(work, application, text);
    return { message: "applications.review.noted" };
  },
});
