"use server";

import { ownOrganisation } from "@/lib/auth/acting";
import { action } from "@/lib/auth/action";
import { mayManageFrameworks } from "@/lib/auth/policy/frameworks";
import type { Work } from "@/lib/auth/work";
import { approveFramework, retireFramework, takeIntoUse } from "./commands/approve-framework";
import {
  addCriterion,
  moveCriterion,
  removeCriterion,
  saveCriterion,
  saveScheme,
} from "./commands/edit-framework";
import { loadFramework } from "./commands/load-framework";
import {
  createFramework,
  discardDraft,
  loadFrameworkToDraft,
  startNextFramework,
} from "./commands/start-framework-draft";
import {
  addCriterionSchema,
  createFrameworkSchema,
  frameworkVersionSchema,
  moveCriterionSchema,
  nextFrameworkSchema,
  removeCriterionSchema,
  saveCriterionSchema,
  saveSchemeSchema,
} from "./schema";

const permission = "framework.manage" as const;
const policy = mayManageFrameworks;
const load = (work: Work, { frameworkVersionId }: { frameworkVersionId: string }) =>
  loadFramework(work, frameworkVersionId);

/** A certifier begins a framework. */
export const createFrameworkAction = action({
  name: "framework.create",
  permission,
  input: createFrameworkSchema,
  load: async ({ acting }, { certifyingBodyId }) => ownOrganisation(acting, "certifier", certifyingBodyId),
  policy,
  async run(work, body, { title }) {
    const id = await createFramework(work, body.id, title);
    return { message: "frameworks.done.created", redirectTo: `/certify/frameworks/${id}` };
  },
});

/** A certifier begins the next version of a framework. */
export const startNextFrameworkAction = action({
  name: "frameworkVersion.draft",
  permission,
  input: nextFrameworkSchema,
  load: (work, { frameworkId }) => loadFrameworkToDraft(work, frameworkId),
  policy,
  async run(work, framework) {
    const id = await startNextFramework(work, framework);
    return { message: "frameworks.done.drafted", redirectTo: `/certify/frameworks/${id}` };
  },
});

/** A certifier throws a draft away. */
export const discardFrameworkAction = action({
  name: "frameworkVersion.discard",
  permission,
  input: frameworkVersionSchema,
  load,
  policy,
  async run(work, draft, { version }) {
    await discardDraft(work, draft, version);
    return { message: "frameworks.done.discarded", redirectTo: "/certify/frameworks" };
  },
});

/** A certifier writes a draft's rules and texts. */
export const saveSchemeAction = action({
  name: "frameworkVersion.save",
  permission,
  input: saveSchemeSchema,
  load,
  policy,
  async run(work, draft, { frameworkVersionId: _, version, ...wish }) {
    await saveScheme(work, draft, version, wish);
    return { message: "frameworks.done.saved" };
  },
});

/** A certifier adds a criterion to a draft. */
export const addCriterionAction = action({
  name: "criterion.add",
  permission,
  input: addCriterionSchema,
  load,
  policy,
  async run(work, draft, { frameworkVersionId: _, version, ...wish }) {
    const id = await addCriterion(work, draft, version, wish);
    return {
      message: "frameworks.done.criterionAdded",
      redirectTo: `/certify/frameworks/${draft.id}/criteria/${id}`,
    };
  },
});

/** A certifier words a criterion of a draft. */
export const saveCriterionAction = action({
  name: "criterion.save",
  permission,
  input: saveCriterionSchema,
  load,
  policy,
  async run(work, draft, { frameworkVersionId: _, version, ...wish }) {
    await saveCriterion(work, draft, version, wish);
    return { message: "frameworks.done.criterionSaved", redirectTo: `/certify/frameworks/${draft.id}` };
  },
});

/** A certifier moves a criterion of a draft up or down. */
export const moveCriterionAction = action({
  name: "criterion.move",
  permission,
  input: moveCriterionSchema,
  load,
  policy,
  async run(work, draft, { version, criterionId, direction }) {
    await moveCriterion(work, draft, version, { criterionId, direction });
    return { message: "frameworks.done.criterionMoved" };
  },
});

/** A certifier takes a criterion off a draft. */
export const removeCriterionAction = action({
  name: "criterion.remove",
  permission,
  input: removeCriterionSchema,
  load,
  policy,
  async run(work, draft, { version, criterionId }) {
    await removeCriterion(work, draft, version, criterionId);
    return { message: "frameworks.done.criterionRemoved" };
  },
});

/** A certifier approves a draft; the second of two different persons makes it approved. */
export const approveFrameworkAction = action({
  name: "frameworkVersion.approve",
  permission,
  recentSignIn: true,
  input: frameworkVersionSchema,
  load,
  policy,
  async run(work, draft, { version }) {
    const approved = await approveFramework(work, draft, version);
    return { message: approved ? "frameworks.done.approved" : "frameworks.done.approvedOnce" };
  },
});

/** A certifier takes an approved version into use. */
export const takeFrameworkIntoUseAction = action({
  name: "frameworkVersion.putInUse",
  permission,
  recentSignIn: true,
  input: frameworkVersionSchema,
  load,
  policy,
  async run(work, framework, { version }) {
    await takeIntoUse(work, framework, version);
    return { message: "frameworks.done.inUse" };
  },
});

/** A certifier retires a version that nothing uses any more. */
export const retireFrameworkAction = action({
  name: "frameworkVersion.retire",
  permission,
  recentSignIn: true,
  input: frameworkVersionSchema,
  load,
  policy,
  async run(work, framework, { version }) {
    await retireFramework(work, framework, version);
    return { message: "frameworks.done.retired" };
  },
});
