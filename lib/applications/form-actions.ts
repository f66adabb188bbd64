"use server";

import { action } from "@/lib/auth/action";
import { mayEditForm } from "@/lib/auth/policy/applications";
import { insist } from "@/lib/core/decision";
import { decideVersion } from "@/lib/core/version";
import { loadForm, lockForm, moved, writeAdmission, writeForm } from "./commands/edit-form";
import { withQuestion } from "./commands/place-question";
import { admissionSchema, moveQuestionSchema, questionSchema, removeQuestionSchema } from "./form-schema";

/** Staff add a question to a cohort's form, or change one. */
export const saveQuestionAction = action({
  name: "form.saveQuestion",
  permission: "cohort.manage",
  input: questionSchema,
  lock: ({ cohortId }) => lockForm(cohortId),
  load: (work, { cohortId }) => loadForm(work, cohortId),
  policy: mayEditForm,
  async run(work, form, input) {
    await writeForm(work, form, withQuestion(form.questions, input));
    return { message: "applications.builder.saved" };
  },
});

/** Staff move a question a place up or down. */
export const moveQuestionAction = action({
  name: "form.moveQuestion",
  permission: "cohort.manage",
  input: moveQuestionSchema,
  lock: ({ cohortId }) => lockForm(cohortId),
  load: (work, { cohortId }) => loadForm(work, cohortId),
  policy: mayEditForm,
  async run(work, form, { key, direction }) {
    await writeForm(work, form, moved(form.questions, key, direction));
    return { message: "applications.builder.moved" };
  },
});

/** Staff take a question out; who has answered it keeps the answer. */
export const removeQuestionAction = action({
  name: "form.removeQuestion",
  permission: "cohort.manage",
  input: removeQuestionSchema,
  lock: ({ cohortId }) => lockForm(cohortId),
  load: (work, { cohortId }) => loadForm(work, cohortId),
  policy: mayEditForm,
  async run(work, form, { key }) {
    const rest = form.questions.filter((question) => question.key !== key);
    await writeForm(work, form, rest);
    return { message: "applications.builder.removed" };
  },
});

/** Staff write by what applications are admitted, and how long managers have to approve. */
export const editAdmissionAction = action({
  name: "form.editAdmission",
  permission: "cohort.manage",
  input: admissionSchema,
  lock: ({ cohortId }) => lockForm(cohortId),
  load: (work, { cohortId }) => loadForm(work, cohortId),
  policy: mayEditForm,
  async run(work, form, { version, criteria, approvalDays }) {
    insist(decideVersion(form, version));
    await writeAdmission(work, form, { criteria, approvalDays });
    return { message: "applications.builder.admissionSaved" };
  },
});
