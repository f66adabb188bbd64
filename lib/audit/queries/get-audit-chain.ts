import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";

/** The state of the trail: how much there is, and the first places where an event does not follow from the one before. */
export type AuditChain = {
  readonly events: number;
  readonly streams: number;
  readonly breaks: readonly { readonly stream: string; readonly position: number }[];
};

/**
 * Computes every hash of the trail again (view audit_break). Reads all of it: asked for by a button, not on every page. `null`
 * for whoever may not see the trail.
 */
export async function getAuditChain(acting: Acting): Promise<AuditChain | null> {
  if (acting.permission !== "audit.view") return null;
  const [size] = await database().$queryRaw<{ events: bigint; streams: bigint }[]>`
    SELECT count(*) AS events, count(DISTINCT stream) AS streams FROM audit_event`;
  const breaks = await database().$queryRaw<{ stream: string; position: number }[]>`
    SELECT stream, position FROM audit_break ORDER BY id LIMIT 20`;
  return { events: Number(size?.events ?? 0), streams: Number(size?.streams ?? 0), breaks };
}
