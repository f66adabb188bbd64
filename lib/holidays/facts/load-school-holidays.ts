import "server-only";
import { dateColumn } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import type { SchoolHolidayPeriod } from "../rules/school-holidays";

/** A school holiday with its id. */
export type SchoolHolidayRow = SchoolHolidayPeriod & { readonly id: string; readonly providerId: string };

/** The school holidays that providers keep, between two days (`YYYY-MM-DD`, both included), by day. */
export async function loadSchoolHolidays(
  providerIds: readonly string[],
  firstDay: string,
  lastDay: string,
): Promise<SchoolHolidayRow[]> {
  const rows = await database().schoolHoliday.findMany({
    where: {
      providerId: { in: [...providerIds] },
      firstDay: { lte: dateColumn(lastDay) },
      lastDay: { gte: dateColumn(firstDay) },
    },
    select: {
      id: true,
      providerId: true,
      organisationId: true,
      name: true,
      firstDay: true,
      lastDay: true,
      organisation: {
        select: { names: namesSelect },
      },
    },
    orderBy: [{ firstDay: "asc" }, { id: "asc" }],
  });
  return rows.map(({ organisation, ...row }) => {
    const first = row.firstDay.toISOString().slice(0, 10);
    return {
      ...row,
      firstDay: first,
      lastDay: row.lastDay.toISOString().slice(0, 10),
      municipality: nameAt(organisation.names, first)?.shortName ?? "",
    };
  });
}
