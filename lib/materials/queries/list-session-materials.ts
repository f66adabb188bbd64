import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { MaterialPhase } from "@/lib/db/generated/enums";
import { type Material, materialSelect } from "../facts/material";

/** A material of one session. */
export type SessionMaterialRow = Material & { readonly phase: MaterialPhase };

/** What is handed out with a session within reach, in the order in which it was added. */
export async function listSessionMaterials(acting: Acting, sessionId: string): Promise<SessionMaterialRow[]> {
  return database().sessionMaterial.findMany({
    where: { sessionId, session: visibleSessions(acting) },
    select: { ...materialSelect, phase: true },
    orderBy: [{ phase: "asc" }, { createdAt: "asc" }],
  });
}
