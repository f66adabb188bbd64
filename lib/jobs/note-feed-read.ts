import "server-only";
import { asSystem } from "@/lib/auth/system";
import { noteFeedRead } from "@/lib/calendar/commands/note-feed-read";
import { database } from "@/lib/db/client";

/** Notes that a calendar program came for a private calendar, so that its owner sees that the address is in use. */
export function noteFeedWasRead(feedId: string, now: Date): Promise<void> {
  return asSystem(database(), now, (work) => noteFeedRead(work, feedId));
}
