import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { MaterialPhase } from "@/lib/db/generated/enums";

/** A material of one session. */
export type SessionMaterialRow = {
  readonly id: string;
  readonly phase: MaterialPhase;
  readonly title: string;
  readonly link: string;
  readonly note: string;
};

/** What is handed out with a session within reach, in the order in which it was added. */
export async function listSessionMaterials(acting: Acting, sessionId: string): Promise<SessionMaterialRow[]> {
  return database().sessionMaterial.findMany({
    where: { sessionId, session: visibleSessions(acting) },
    select: { id: true, phase: true, title: true, link: true, note: true },
    orderBy: [{ phase: "asc" }, { createdAt: "asc" }],
  });
}
