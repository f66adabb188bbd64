import "server-only";
import { visibleEnrolments } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import type { PracticeProjectState } from "@/lib/db/generated/enums";
import { lockRow } from "@/lib/db/lock-row";
import { lockCaseOf } from "@/lib/observations/commands/load-participation";
import type { ProjectOwner } from "../rules/project";

const ownerSelect = {
  id: true,
  personId: true,
  state: true,
  participantRole: true,
  cohort: { select: { facilitators: { select: { personId: true } } } },
} as const;

/** A participation and the project it has. */
export type OwnerFacts = {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly owner: ProjectOwner;
  readonly teaches: boolean;
  /** The project in force. */
  readonly project: { readonly id: string; readonly state: PracticeProjectState } | null;
};

/** Locks an enrolment that the acting person may reach, its case first; null where there is none for them. */
export async function loadOwner(work: Work, enrolmentId: string): Promise<OwnerFacts | null> {
  await lockCaseOf(work.tx, enrolmentId);
  await lockRow(work.tx, "enrolment", enrolmentId);
  const row = await work.tx.enrolment.findFirst({
    where: { AND: [{ id: enrolmentId }, visibleEnrolments(work.acting)] },
    select: { ...ownerSelect, project: { select: { id: true, state: true } } },
  });
  if (!row) return null;
  return {
    enrolmentId: row.id,
    personId: row.personId,
    owner: { state: row.state, participantRole: row.participantRole },
    teaches: row.cohort.facilitators.some((each) => each.personId === work.acting.personId),
    project: row.project,
  };
}

/** Locks a project that the acting person may reach, its case first (lib/db/lock-row.ts); null where there is none for them. */
export async function loadProject(work: Work, projectId: string) {
  const where = { AND: [{ id: projectId }, { enrolment: visibleEnrolments(work.acting) }] };
  const found = await work.tx.practiceProject.findFirst({ where, select: { enrolmentId: true } });
  if (!found?.enrolmentId) return null;
  await lockCaseOf(work.tx, found.enrolmentId);
  await lockRow(work.tx, "practice_project", projectId);
  const row = await work.tx.practiceProject.findFirst({
    where,
    select: {
      id: true,
      state: true,
      version: true,
      title: true,
      task: true,
      enrolment: { select: ownerSelect },
    },
  });
  if (!row?.enrolment) return null;
  const { enrolment, ...project } = row;
  return {
    ...project,
    enrolmentId: enrolment.id,
    personId: enrolment.personId,
    owner: { state: enrolment.state, participantRole: enrolment.participantRole },
    teaches: enrolment.cohort.facilitators.some((each) => each.personId === work.acting.personId),
  };
}

/** A project and whose it is. */
export type LoadedProject = NonNullable<Awaited<ReturnType<typeof loadProject>>>;
