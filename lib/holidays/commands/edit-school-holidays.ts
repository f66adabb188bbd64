import "server-only";
import { organisationsAs } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { dateColumn } from "@/lib/core/dates";
import { insist, refuse } from "@/lib/core/decision";
import { decideSchoolHoliday } from "../rules/school-holidays";

/** A school holiday as it is written down. */
export type NewSchoolHoliday = {
  readonly organisationId: string;
  readonly name: string;
  readonly firstDay: string;
  readonly lastDay: string;
};

/** Writes a municipality's school holiday down; one that overlaps another of its own is refused as `holiday.overlap`. */
export async function addSchoolHoliday(
  work: Work,
  providerId: string,
  holiday: NewSchoolHoliday,
): Promise<void> {
  insist(decideSchoolHoliday(holiday.firstDay, holiday.lastDay));
  const municipality = await work.tx.organisation.count({
    where: { id: holiday.organisationId, kind: "municipality" },
  });
  if (municipality === 0) insist(refuse("notFound"));
  const { id } = await work.tx.schoolHoliday.create({
    data: {
      providerId,
      organisationId: holiday.organisationId,
      name: holiday.name,
      firstDay: dateColumn(holiday.firstDay),
      lastDay: dateColumn(holiday.lastDay),
    },
    select: { id: true },
  });
  await work.audit({
    stream: `organisation:${providerId}`,
    action: "schoolHoliday.added",
    entity: "school_holiday",
    entityId: id,
    detail: { ...holiday },
  });
}

/** A school holiday of a provider one is staff of; null where there is none. */
export async function loadSchoolHoliday(work: Work, holidayId: string) {
  return work.tx.schoolHoliday.findFirst({
    where: { id: holidayId, providerId: { in: organisationsAs(work.acting, "staff") } },
    select: { id: true, providerId: true },
  });
}

/** Takes a school holiday away again; nothing that is planned changes. */
export async function removeSchoolHoliday(
  work: Work,
  holiday: { readonly id: string; readonly providerId: string },
): Promise<void> {
  const { count } = await work.tx.schoolHoliday.deleteMany({ where: { id: holiday.id } });
  if (count === 0) insist(refuse("notFound"));
  await work.audit({
    stream: `organisation:${holiday.providerId}`,
    action: "schoolHoliday.removed",
    entity: "school_holiday",
    entityId: holiday.id,
  });
}
