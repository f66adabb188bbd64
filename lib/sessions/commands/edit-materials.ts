import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import type { MaterialPhase } from "@/lib/db/generated/enums";
import type { LoadedSession } from "../facts/loaded-session";
import { decideMaterials } from "../rules/planning";

const MOST_MATERIALS = 40;

/** A link with its title, handed out before a session or after it. */
export type SessionMaterialContent = {
  readonly phase: MaterialPhase;
  readonly title: string;
  readonly link: string;
  readonly note: string;
};

/** Hands out a material with a session. */
export async function addSessionMaterial(
  work: Work,
  session: LoadedSession,
  content: SessionMaterialContent,
): Promise<void> {
  insist(decideMaterials(session.cohort.state, session.state));
  const count = await work.tx.sessionMaterial.count({ where: { sessionId: session.id } });
  if (count >= MOST_MATERIALS) insist(refuse("material.tooMany", { count: MOST_MATERIALS }));
  const { id } = await work.tx.sessionMaterial.create({
    data: { sessionId: session.id, createdAt: work.now, ...content },
    select: { id: true },
  });
  await work.audit({
    stream: `cohort:${session.cohortId}`,
    action: "material.added",
    entity: "session_material",
    entityId: id,
    detail: { sessionId: session.id, phase: content.phase },
  });
}

/** Takes a material back. */
export async function removeSessionMaterial(
  work: Work,
  session: LoadedSession,
  materialId: string,
): Promise<void> {
  insist(decideMaterials(session.cohort.state, session.state));
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
