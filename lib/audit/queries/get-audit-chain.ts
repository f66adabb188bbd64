import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { readAnchorFile } from "@/lib/storage/anchor-file";
import { digestEvents } from "../facts/digest-events";
import { type Discrepancy, discrepancies, readAnchors } from "../rules/anchors";

/** The state of the trail: how much there is, and the first places where an event does not follow from the one before. */
export type AuditChain = {
  readonly events: number;
  readonly streams: number;
  readonly breaks: readonly { readonly stream: string; readonly position: number }[];
  /** What was written down outside the database, compared with what is there. */
  readonly anchors: {
    readonly count: number;
    /** Up to when events are anchored; null where nothing is yet. */
    readonly until: Date | null;
    /** Whether the file of anchors itself is as it was written. */
    readonly whole: boolean;
    readonly discrepancies: readonly Discrepancy[];
  };
};

async function compareAnchors(): Promise<AuditChain["anchors"]> {
  const { anchors, whole } = readAnchors(await readAnchorFile());
  const last = anchors.at(-1);
  return {
    count: anchors.length,
    until: last ? new Date(last.until) : null,
    whole,
    discrepancies: discrepancies(anchors, await digestEvents(database(), anchors)).slice(0, 20),
  };
}

/**
 * Computes every hash of the trail again (view audit_break), and compares it with the anchors (`lib/audit/commands/anchor-audit.ts`). Reads all of it: asked for by a button, not on every page. `null`
 * for whoever may not see the trail.
 */
export async function getAuditChain(acting: Acting): Promise<AuditChain | null> {
  if (acting.permission !== "audit.view") return null;
  const [size] = await database().$queryRaw<{ events: bigint; streams: bigint }[]>`
    SELECT count(*) AS events, count(DISTINCT stream) AS streams FROM audit_event`;
  const breaks = await database().$queryRaw<{ stream: string; position: number }[]>`
    SELECT stream, position FROM audit_break ORDER BY id LIMIT 20`;
  return {
    events: Number(size?.events ?? 0),
    streams: Number(size?.streams ?? 0),
    breaks,
    anchors: await compareAnchors(),
  };
}
