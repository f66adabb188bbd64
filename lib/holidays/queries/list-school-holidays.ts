import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { loadSchoolHolidays, type SchoolHolidayRow } from "../facts/load-school-holidays";

/** The school holidays that the own providers keep, between two days (`YYYY-MM-DD`, both included), by day. */
export async function listSchoolHolidays(
  acting: Acting,
  firstDay: string,
  lastDay: string,
): Promise<SchoolHolidayRow[]> {
  return loadSchoolHolidays(organisationsAs(acting, "staff"), firstDay, lastDay);
}
