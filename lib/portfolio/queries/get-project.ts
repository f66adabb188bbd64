import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { PracticeProjectState } from "@/lib/db/generated/enums";
import { decideMayHaveProject } from "../rules/project";

/** A practice project as it is read. */
export type ProjectView = {
  readonly id: string;
  readonly state: PracticeProjectState;
  readonly version: number;
  readonly title: string;
  readonly task: string;
  readonly usersInvolved: string;
  readonly methodsUsed: string;
  readonly outcome: string;
  readonly updatedAt: Date;
};

/** A participation with its project. */
export type ProjectPage = {
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly participant: string;
  readonly organisation: string;
  readonly cohort: string;
  readonly timeZone: string;
  /** The person themself may write, or write on. */
  readonly mayWrite: boolean;
  readonly project: ProjectView | null;
  /** Abandoned projects that others replaced, the latest first. */
  readonly former: readonly ProjectView[];
};

const projectSelect = {
  id: true,
  state: true,
  version: true,
  title: true,
  task: true,
  usersInvolved: true,
  methodsUsed: true,
  outcome: true,
  updatedAt: true,
} as const;

/** The project of one enrolment that the reader may reach; null where there is no such enrolment for them. */
export async function getProject(acting: Acting, enrolmentId: string): Promise<ProjectPage | null> {
  const row = await database().enrolment.findFirst({
    where: { AND: [{ id: enrolmentId }, visibleEnrolments(acting)] },
    select: {
      id: true,
      cohortId: true,
      state: true,
      participantRole: true,
      organisationName: true,
      person: { select: { name: true } },
      cohort: { select: { name: true, timeZone: true } },
      project: { select: projectSelect },
      formerProjects: { select: projectSelect, orderBy: [{ updatedAt: "desc" }, { id: "desc" }] },
    },
  });
  if (!row) return null;
  return {
    enrolmentId: row.id,
    cohortId: row.cohortId,
    participant: row.person.name,
    organisation: row.organisationName,
    cohort: row.cohort.name,
    timeZone: row.cohort.timeZone,
    mayWrite: decideMayHaveProject(row).ok,
    project: row.project,
    former: row.formerProjects,
  };
}
