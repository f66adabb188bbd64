import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { visibleCohorts, visibleSessions } from "@/lib/auth/scope";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { dateColumn, dayOf, endOfDay, startOfDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { CohortState } from "@/lib/db/generated/enums";
import { loadSchoolHolidays } from "@/lib/holidays/facts/load-school-holidays";
import type { SchoolHolidayPeriod } from "@/lib/holidays/rules/school-holidays";
import { loadPlan, type PlanAbsence, type PlanSession } from "../facts/load-plan";

/** What the plan is narrowed to; what is empty fits all. */
export type PlanFilter = {
  readonly cohortId: string;
  readonly facilitatorId: string;
  readonly roomId: string;
};

/** A cohort as the timeline shows it. Days are `YYYY-MM-DD`. */
export type PlanCohort = {
  readonly id: string;
  readonly name: string;
  readonly state: CohortState;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly deadlineOn: string;
};

/** The plan of a stretch of days over all cohorts of the own provider. */
export type Plan = {
  readonly sessions: readonly PlanSession[];
  readonly cohorts: readonly PlanCohort[];
  readonly absences: readonly PlanAbsence[];
  readonly schoolHolidays: readonly SchoolHolidayPeriod[];
};

const MOST_SESSIONS = 2000;
const column = (date: Date) => date.toISOString().slice(0, 10);

async function loadCohorts(acting: Acting, firstDay: string, lastDay: string, cohortId: string) {
  const rows = await database().cohort.findMany({
    where: {
      AND: [
        visibleCohorts(acting),
        { state: { in: ["draft", "open", "closed", "running", "completed"] } },
        { startsOn: { lte: dateColumn(lastDay) }, endsOn: { gte: dateColumn(firstDay) } },
        cohortId ? { id: cohortId } : {},
      ],
    },
    select: {
      id: true,
      name: true,
      state: true,
      startsOn: true,
      endsOn: true,
      applicationDeadline: true,
      timeZone: true,
    },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: 200,
  });
  return rows.map(({ startsOn, endsOn, applicationDeadline, timeZone, ...row }) => ({
    ...row,
    startsOn: column(startsOn),
    endsOn: column(endsOn),
    deadlineOn: dayOf(applicationDeadline, timeZone),
  }));
}

/**
 * Sessions that are not cancelled, cohorts, and what stands in their way, between two days (both included). The number of
 * statements does not depend on how many there are. `always` names sessions to show wherever they are, because they move.
 */
export async function listPlan(
  acting: Acting,
  days: { readonly firstDay: string; readonly lastDay: string },
  filter: PlanFilter,
  always: readonly string[],
  now: Date,
): Promise<Plan> {
  const { firstDay, lastDay } = days;
  const from = startOfDay(firstDay, CIVIL_ZONE);
  const until = endOfDay(lastDay, CIVIL_ZONE);
  const { sessions, absences } = await loadPlan(
    {
      AND: [
        visibleSessions(acting),
        { state: { not: "cancelled" }, cohort: { state: { notIn: ["cancelled", "archived"] } } },
        { OR: [{ startsAt: { lte: until }, endsAt: { gte: from } }, { id: { in: [...always] } }] },
        filter.cohortId ? { cohortId: filter.cohortId } : {},
        filter.roomId ? { roomId: filter.roomId } : {},
        filter.facilitatorId ? { facilitators: { some: { personId: filter.facilitatorId } } } : {},
      ],
    },
    now,
    MOST_SESSIONS,
  );
  const [cohorts, schoolHolidays] = await Promise.all([
    loadCohorts(acting, firstDay, lastDay, filter.cohortId),
    loadSchoolHolidays(organisationsAs(acting, "staff"), firstDay, lastDay),
  ]);
  return { sessions, cohorts, absences, schoolHolidays };
}
