import "server-only";
import type { Work } from "@/lib/auth/work";
import { refreshCase } from "@/lib/certification/commands/refresh-case";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { PracticeProjectState } from "@/lib/db/generated/enums";
import { decideConclusion } from "../rules/project";
import { projectTransitions } from "../rules/transitions";
import type { LoadedProject } from "./load-project";

/** Moves a project to another state and weighs the case again. `outcome` belongs to `concluded`. */
export async function moveProject(
  work: Work,
  project: LoadedProject,
  version: number,
  to: PracticeProjectState,
  outcome = "",
): Promise<void> {
  insist(
    to === "concluded"
      ? decideConclusion(project.state, outcome)
      : decideTransition("project", projectTransitions, project.state, to),
  );
  const { count } = await work.tx.practiceProject.updateMany({
    where: { id: project.id, version, state: project.state },
    data: {
      state: to,
      updatedAt: work.now,
      version: { increment: 1 },
      ...(to === "concluded" ? { outcome } : {}),
    },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.audit({
    stream: `enrolment:${project.enrolmentId}`,
    action: `project.${to}`,
    entity: "practiceProject",
    entityId: project.id,
    detail: { before: project.state, after: to },
  });
  await refreshCase(work, project.enrolmentId);
}
