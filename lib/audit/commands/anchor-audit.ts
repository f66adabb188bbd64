import "server-only";
import type { PrismaClient } from "@/lib/db/generated/client";
import { readAnchorFile, writeAnchorFile } from "@/lib/storage/anchor-file";
import { digestEvents } from "../facts/digest-events";
import { type Anchor, anchoredUntil, lineOf, readAnchors } from "../rules/anchors";

/**
 * Writes down outside the database what the trail holds since the last time: in a file beside the handed-in ones, and as a line of
 * the log, which whoever keeps logs elsewhere has out of everybody's reach. Returns how many events it was.
 */
export async function anchorAudit(client: PrismaClient, now: Date): Promise<{ events: number }> {
  const text = await readAnchorFile();
  const after = readAnchors(text).anchors.at(-1)?.until ?? null;
  const until = anchoredUntil(now).toISOString();
  if (after !== null && after >= until) return { events: 0 };
  const [found] = await digestEvents(client, [{ after, until }]);
  if (!found || found.events === 0) return { events: 0 };
  const anchor: Anchor = { after, until, ...found };
  await writeAnchorFile(text + lineOf(anchor));
  console.info(JSON.stringify({ level: "info", job: "audit.anchor", ...anchor }));
  return { events: found.events };
}
