import "server-only";
import type { Work } from "@/lib/auth/work";

const HOUR_MS = 3_600_000;

/** Notes that a calendar program came for a feed: once an hour at most, so that reading does not become writing. */
export async function noteFeedRead(work: Work, feedId: string): Promise<void> {
  await work.tx.calendarFeed.updateMany({
    where: {
      id: feedId,
      OR: [{ lastReadAt: null }, { lastReadAt: { lt: new Date(work.now.getTime() - HOUR_MS) } }],
    },
    data: { lastReadAt: work.now },
  });
}
