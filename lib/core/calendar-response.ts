import { fileResponse } from "./file-response.ts";
import { type CalendarEntry, renderCalendar } from "./icalendar.ts";

/** A calendar as a file to download, named `<fileName>.ics`. */
export function calendarResponse(
  fileName: string,
  name: string,
  entries: readonly CalendarEntry[],
): Response {
  return fileResponse(renderCalendar(name, entries), {
    type: "text/calendar; charset=utf-8",
    name: `${fileName}.ics`,
  });
}

/** The answer where there is nothing of the kind. */
export function noCalendar(): Response {
  return new Response("Not found\n", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
