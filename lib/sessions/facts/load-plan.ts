import "server-only";
import { dayOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { CohortState } from "@/lib/db/generated/enums";
import type { Absence } from "../rules/collisions";
import { type Concern, sessionConcerns } from "../rules/concerns";
import { type SessionRow, sessionRowSelect, toSessionRow } from "./session-row";

/** A session of the plan over all cohorts, with what staff should look after. */
export type PlanSession = SessionRow & {
  readonly cohort: string;
  readonly cohortState: CohortState;
  readonly concerns: readonly Concern[];
};

/** When one of those who facilitate cannot. */
export type PlanAbsence = Absence & { readonly person: string };

const column = (date: Date | undefined) => date?.toISOString().slice(0, 10) ?? "";

/** The sessions that fit `where`, in order of time, and when their facilitators cannot; at most `take`. */
export async function loadPlan(
  where: Prisma.SessionWhereInput,
  now: Date,
  take: number,
): Promise<{ sessions: PlanSession[]; absences: PlanAbsence[] }> {
  const rows = await database().session.findMany({
    where,
    select: {
      ...sessionRowSelect,
      cohort: { select: { ...sessionRowSelect.cohort.select, startsOn: true, endsOn: true } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take,
  });
  const sessions = rows.map((row) => ({
    ...toSessionRow(row),
    cohort: row.cohort.name,
    cohortState: row.cohort.state,
  }));
  const starts = sessions.map(({ startsAt }) => startsAt.getTime());
  const ends = sessions.map(({ endsAt }) => endsAt.getTime());
  const found = await database().unavailability.findMany({
    where: {
      personId: {
        in: [...new Set(sessions.flatMap(({ facilitators }) => facilitators.map(({ id }) => id)))],
      },
      startsAt: { lt: new Date(Math.max(0, ...ends)) },
      endsAt: { gt: new Date(starts.length > 0 ? Math.min(...starts) : 0) },
    },
    select: { personId: true, startsAt: true, endsAt: true, person: { select: { name: true } } },
    orderBy: { startsAt: "asc" },
  });
  const absences = found.map(({ person, ...absence }) => ({ ...absence, person: person.name }));
  const planned = sessions.map((session, index) => ({
    ...session,
    cohortStartsOn: column(rows[index]?.cohort.startsOn),
    cohortEndsOn: column(rows[index]?.cohort.endsOn),
    facilitatorIds: session.facilitators.map((each) => each.id),
    hasPlace: session.where !== "" || Boolean(session.link),
    day: dayOf(session.startsAt, session.timeZone),
  }));
  return {
    absences,
    sessions: sessions.map((session, index) => {
      const own = planned[index];
      return { ...session, concerns: own ? sessionConcerns(own, planned, absences, now) : [] };
    }),
  };
}
