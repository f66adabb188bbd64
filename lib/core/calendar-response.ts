import { type CalendarEntry, renderCalendar } from "./icalendar.ts";

/** A calendar as a file to download, named `<fileName>.ics`. */
export function calendarResponse(
  fileName: string,
  name: string,
  entries: readonly CalendarEntry[],
): Response {
  return new Response(renderCalendar(name, entries), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}.ics"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** The answer where there is nothing of the kind. */
export function noCalendar(): Response {
  return new Response("Not found\n", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
