import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { CohortState } from "@/lib/db/generated/enums";
import { taughtCohorts, taughtPeople } from "../facts/taught-cohorts";

/** A cohort one teaches. */
export type FacilitatedCohort = {
  readonly id: string;
  readonly name: string;
  readonly programme: string;
  readonly state: CohortState;
  readonly city: string;
  /** Calendar days, as `date` columns. */
  readonly startsOn: Date;
  readonly endsOn: Date;
  readonly people: number;
  readonly sessions: number;
  readonly held: number;
  /** Projects that wait for somebody to agree. */
  readonly proposedProjects: number;
};

const PAGE = 24;

/** The cohorts that the reader teaches, the latest first, a page of them; drafts, cancelled and archived ones are left out. */
export async function listFacilitatedCohorts(acting: Acting, page = 1) {
  const where = taughtCohorts(acting);
  const total = await database().cohort.count({ where });
  const found = await database().cohort.findMany({
    where,
    select: {
      id: true,
      name: true,
      state: true,
      city: true,
      startsOn: true,
      endsOn: true,
      programmeVersion: { select: { title: true } },
      sessions: { where: { state: { not: "cancelled" } }, select: { state: true } },
      enrolments: {
        where: taughtPeople,
        select: { project: { select: { state: true } } },
      },
    },
    orderBy: [{ startsOn: "desc" }, { name: "asc" }, { id: "asc" }],
    skip: (page - 1) * PAGE,
    take: PAGE,
  });
  const rows = found.map(
    ({ programmeVersion, sessions, enrolments, ...cohort }): FacilitatedCohort => ({
      ...cohort,
      programme: programmeVersion.title,
      people: enrolments.length,
      sessions: sessions.length,
      held: sessions.filter((session) => session.state === "held").length,
      proposedProjects: enrolments.filter((each) => each.project?.state === "proposed").length,
    }),
  );
  return { rows, total, pageSize: PAGE };
}
