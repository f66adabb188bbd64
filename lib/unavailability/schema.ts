import { z } from "zod";
import { cohortZones } from "@/lib/cohorts/schema";
import { calendarDay } from "@/lib/core/calendar-day";
import { shortText } from "@/lib/core/free-text";
import { parseLocalTime } from "@/lib/i18n/parse-local-date";

const optionalTime = z
  .string()
  .max(10)
  .transform((text, context) => {
    if (text.trim() === "") return "";
    const time = parseLocalTime(text);
    if (time === null) context.addIssue({ code: "custom", message: "time" });
    return time ?? "";
  });

export const addUnavailabilityInput = z.object({
  fromDay: calendarDay,
  fromTime: optionalTime,
  toDay: calendarDay,
  toTime: optionalTime,
  timeZone: z.enum(cohortZones),
  note: shortText(200),
});

export const removeUnavailabilityInput = z.object({ unavailabilityId: z.uuid() });
