import { z } from "zod";
import { calendarDay } from "@/lib/core/calendar-day";
import { shortText } from "@/lib/core/free-text";

export const addSchoolHolidayInput = z.object({
  providerId: z.uuid(),
  organisationId: z.uuid(),
  name: shortText(80, { required: true }),
  firstDay: calendarDay,
  lastDay: calendarDay,
});

export const removeSchoolHolidayInput = z.object({ holidayId: z.uuid() });

/** The year whose holidays an address asks for; this year without one. */
export function holidayYear(given: string | string[] | undefined, thisYear: number): number {
  return z.coerce.number().int().min(2000).max(2100).catch(thisYear).parse(given);
}
