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
