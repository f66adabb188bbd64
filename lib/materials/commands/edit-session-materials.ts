import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import type { MaterialPhase } from "@/lib/db/generated/enums";
import type { LoadedSession } from "@/lib/sessions/facts/loaded-session";
import { decideHandingOut } from "../rules/handing-out";
import { type MaterialContent, MOST_MATERIALS, materialColumns } from "./hand-out";

/** Hands out a material with a session, before it or after. */
export async function addSessionMaterial(
  work: Work,
  session: LoadedSession,
  phase: MaterialPhase,
  content: MaterialContent,
): Promise<void> {
  insist(decideHandingOut(session.cohort.state, session.state));
  const count = await work.tx.sessionMaterial.count({ where: { sessionId: session.id } });
  if (count >= MOST_MATERIALS) insist(refuse("material.tooMany", { count: MOST_MATERIALS }));
  const { id } = await work.tx.sessionMaterial.create({
    data: {
      sessionId: session.id,
      phase,
      createdAt: work.now,
      ...(await materialColumns(work, content)),
    },
    select: { id: true },
  });
  await work.audit({
    stream: `cohort:${session.cohortId}`,
    action: "material.added",
    entity: "session_material",
    entityId: id,
    detail: { sessionId: session.id, phase },
  });
}

/** Takes a material back. A file that nothing else shows is swept away within a day (lib/jobs/sweep-files.ts). */
export async function removeSessionMaterial(
  work: Work,
  session: LoadedSession,
  materialId: string,
): Promise<void> {
  insist(decideHandingOut(session.cohort.state, session.state));
  const { count } = await work.tx.sessionMaterial.deleteMany({
    where: { id: materialId, sessionId: session.id },
  });
  if (count === 0) insist(refuse("notFound"));
  await work.audit({
    stream: `cohort:${session.cohortId}`,
    action: "material.removed",
    entity: "session_material",
    entityId: materialId,
    detail: { sessionId: session.id },
  });
}
