import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { type SessionRow, sessionRowSelect, toSessionRow } from "../facts/session-row";
import { type Concern, sessionConcerns } from "../rules/concerns";

/** A session to come, with its cohort's name and what staff should look after. */
export type UpcomingSession = SessionRow & {
  readonly cohort: string;
  readonly concerns: readonly Concern[];
};

/** Sessions of cohorts that are not over, from `now` until `until`, in order of time; at most 400. */
export async function listUpcomingSessions(
  acting: Acting,
  now: Date,
  until: Date,
): Promise<UpcomingSession[]> {
  const rows = await database().session.findMany({
    where: {
      AND: [
        visibleSessions(acting),
        { state: { in: ["planned", "confirmed"] }, endsAt: { gt: now }, startsAt: { lt: until } },
        { cohort: { state: { in: ["draft", "open", "closed", "running"] } } },
      ],
    },
    select: sessionRowSelect,
    orderBy: { startsAt: "asc" },
    take: 400,
  });
  const plan = rows.map((row) => ({ cohort: row.cohort.name, session: toSessionRow(row) }));
  const planned = plan.map(({ session }) => ({
    ...session,
    facilitatorIds: session.facilitators.map((each) => each.id),
    hasPlace: session.where !== "" || Boolean(session.link),
  }));
  return plan.map(({ cohort, session }, index) => {
    const own = planned[index];
    return { ...session, cohort, concerns: own ? sessionConcerns(own, planned, now) : [] };
  });
}
