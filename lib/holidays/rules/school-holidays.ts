import { z } from "zod";
import { allowed, type Decision, refuse } from "@/lib/core/decision";

/** A municipality's school holiday; days are `YYYY-MM-DD`, both included. */
export type SchoolHolidayPeriod = {
  readonly municipality: string;
  readonly organisationId: string;
  readonly name: string;
  readonly firstDay: string;
  readonly lastDay: string;
};

const LONGEST_DAYS = 100;

/** Whether two days make a school holiday: in order, and no longer than a summer. */
export function decideSchoolHoliday(firstDay: string, lastDay: string): Decision {
  if (lastDay < firstDay) return refuse("holiday.endsBeforeStart", undefined, "lastDay");
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000;
  return days > LONGEST_DAYS ? refuse("holiday.tooLong", { count: LONGEST_DAYS }, "lastDay") : allowed;
}

/** The school holidays on a day. */
export function schoolHolidaysOn<P extends SchoolHolidayPeriod>(day: string, periods: readonly P[]): P[] {
  return periods.filter((period) => period.firstDay <= day && day <= period.lastDay);
}

/** The year whose holidays an address asks for; that of `today` (`YYYY-MM-DD`) without one. */
export function holidayYear(given: string | string[] | undefined, today: string): number {
  return z.coerce
    .number()
    .int()
    .min(2000)
    .max(2100)
    .catch(Number(today.slice(0, 4)))
    .parse(given);
}
