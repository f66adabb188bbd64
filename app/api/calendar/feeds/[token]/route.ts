import { requireActor } from "@/lib/auth/actor";
import { getFeed } from "@/lib/calendar/queries/get-feed";
import { calendarResponse, noCalendar } from "@/lib/core/calendar-response";
import { settings } from "@/lib/core/env";
import { noteFeedWasRead } from "@/lib/jobs/note-feed-read";

/** A private calendar, for a calendar program: whoever has the address reads it, until its owner ends it at /my/calendar. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const acting = await requireActor("calendar.read");
  const now = new Date();
  const token = (await params).token.replace(/\.ics$/, "");
  const feed = await getFeed(acting, token, settings().publicUrl, now);
  if (!feed) return noCalendar();
  await noteFeedWasRead(feed.feedId, now);
  return calendarResponse("praksis", feed.name, feed.entries);
}
