import { requireActor } from "@/lib/auth/actor";
import { calendarResponse, noCalendar } from "@/lib/core/calendar-response";
import { settings } from "@/lib/core/env";
import { getEvent } from "@/lib/library/queries/get-event";

/** An event as a calendar file. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const acting = await requireActor("catalogue.view");
  const now = new Date();
  const event = await getEvent(acting, (await params).slug, now);
  if (!event) return noCalendar();
  return calendarResponse(event.slug, event.title, [
    {
      uid: event.id,
      sequence: 0,
      stamp: now,
      summary: event.title,
      description: event.summary,
      location: event.place,
      url: `${settings().publicUrl}/events/${event.slug}`,
      when: { kind: "instant", startsAt: event.startsAt, endsAt: event.endsAt },
    },
  ]);
}
