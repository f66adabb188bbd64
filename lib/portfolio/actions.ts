"use server";

import { action } from "@/lib/auth/action";
import { mayAgreeProject, mayWriteProject } from "@/lib/auth/policy/portfolio";
import { loadOwner, loadProject } from "./commands/load-project";
import { moveProject } from "./commands/move-project";
import { editProject, proposeProject } from "./commands/write-project";
import { concludeProjectSchema, editProjectSchema, projectSchema, proposeProjectSchema } from "./schema";

/** A participant proposes their practice project. */
export const proposeProjectAction = action({
  name: "project.propose",
  permission: "project.write",
  input: proposeProjectSchema,
  load: (work, { enrolmentId }) => loadOwner(work, enrolmentId),
  policy: mayWriteProject,
  async run(work, owner, { enrolmentId: _, ...text }) {
    await proposeProject(work, owner, text);
    return { message: "observations.project.proposed" };
  },
});

/** A participant changes their project. */
export const editProjectAction = action({
  name: "project.edit",
  permission: "project.write",
  input: editProjectSchema,
  load: (work, { projectId }) => loadProject(work, projectId),
  policy: mayWriteProject,
  async run(work, project, { projectId: _, version, ...text }) {
    await editProject(work, project, version, text);
    return { message: "observations.project.saved" };
  },
});

/** A participant notes that their project has begun. */
export const startProjectAction = action({
  name: "project.start",
  permission: "project.write",
  input: projectSchema,
  load: (work, { projectId }) => loadProject(work, projectId),
  policy: mayWriteProject,
  async run(work, project, { version }) {
    await moveProject(work, project, version, "active");
    return { message: "observations.project.started" };
  },
});

/** A participant notes how their project ended. */
export const concludeProjectAction = action({
  name: "project.conclude",
  permission: "project.write",
  input: concludeProjectSchema,
  load: (work, { projectId }) => loadProject(work, projectId),
  policy: mayWriteProject,
  async run(work, project, { version, outcome }) {
    await moveProject(work, project, version, "concluded", outcome);
    return { message: "observations.project.concluded" };
  },
});

/** A participant gives their project up. */
export const abandonProjectAction = action({
  name: "project.abandon",
  permission: "project.write",
  input: projectSchema,
  load: (work, { projectId }) => loadProject(work, projectId),
  policy: mayWriteProject,
  async run(work, project, { version }) {
    await moveProject(work, project, version, "abandoned");
    return { message: "observations.project.abandoned" };
  },
});

/** A facilitator agrees to a proposed project. */
export const agreeProjectAction = action({
  name: "project.agree",
  permission: "project.agree",
  input: projectSchema,
  load: (work, { projectId }) => loadProject(work, projectId),
  policy: mayAgreeProject,
  async run(work, project, { version }) {
    await moveProject(work, project, version, "agreed");
    return { message: "facilitate.project.agreed" };
  },
});
