import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideProjectEdit } from "../rules/project";
import type { LoadedProject, OwnerFacts } from "./load-project";

/** What a participant tells of a project. */
export type ProjectText = {
  readonly title: string;
  readonly task: string;
  readonly usersInvolved: string;
  readonly methodsUsed: string;
};

/** Proposes a practice project; returns its id. A participation has one. */
export async function proposeProject(work: Work, owner: OwnerFacts, text: ProjectText): Promise<string> {
  if (owner.hasProject) throw new RefusalError(refuse("project.exists").refusal);
  const { id } = await work.tx.practiceProject.create({
    data: { enrolmentId: owner.enrolmentId, ...text },
    select: { id: true },
  });
  await work.audit({
    stream: `enrolment:${owner.enrolmentId}`,
    action: "project.proposed",
    entity: "practiceProject",
    entityId: id,
  });
  return id;
}

/** Changes the words of a project. An empty title or task means: as it was; both are fixed once the project is agreed. */
export async function editProject(
  work: Work,
  project: LoadedProject,
  version: number,
  text: ProjectText,
): Promise<void> {
  const title = text.title || project.title;
  const task = text.task || project.task;
  insist(decideProjectEdit(project.state, title !== project.title || task !== project.task));
  const { usersInvolved, methodsUsed } = text;
  const { count } = await work.tx.practiceProject.updateMany({
    where: { id: project.id, version, state: project.state },
    data: { title, task, usersInvolved, methodsUsed, updatedAt: work.now, version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.audit({
    stream: `enrolment:${project.enrolmentId}`,
    action: "project.edited",
    entity: "practiceProject",
    entityId: project.id,
    detail: { version: version + 1 },
  });
}
