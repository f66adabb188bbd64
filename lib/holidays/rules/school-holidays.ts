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
