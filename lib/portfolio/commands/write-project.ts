import "server-only";
import type { Work } from "@/lib/auth/work";
import { refreshCase } from "@/lib/certification/commands/refresh-case";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideProjectEdit, decideProposing } from "../rules/project";
import type { LoadedProject, OwnerFacts } from "./load-project";

/** What a participant tells of a project. */
export type ProjectText = {
  readonly title: string;
  readonly task: string;
  readonly usersInvolved: string;
  readonly methodsUsed: string;
};

/** Proposes a practice project; returns its id. A participation has one in force; an abandoned one gives its place to it. */
export async function proposeProject(work: Work, owner: OwnerFacts, text: ProjectText): Promise<string> {
  const { project: before } = owner;
  insist(decideProposing(before?.state ?? null));
  if (before) await stepAside(work, owner.enrolmentId, before.id);
  const { id } = await work.tx.practiceProject.create({
    data: { enrolmentId: owner.enrolmentId, ...text },
    select: { id: true },
  });
  await work.audit({
    stream: `enrolment:${owner.enrolmentId}`,
    action: "project.proposed",
    entity: "practiceProject",
    entityId: id,
    detail: { replaces: before?.id ?? null },
  });
  await refreshCase(work, owner.enrolmentId);
  return id;
}

/** Lets an abandoned project give up its place; it stays readable as what was tried before. */
async function stepAside(work: Work, enrolmentId: string, id: string): Promise<void> {
  const { count } = await work.tx.practiceProject.updateMany({
    where: { id, enrolmentId, state: "abandoned" },
    data: { enrolmentId: null, formerEnrolmentId: enrolmentId },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
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
