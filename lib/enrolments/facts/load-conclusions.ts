import "server-only";
import { notedSessions } from "@/lib/attendance/rules/noted-sessions";
import { attendanceSummary } from "@/lib/attendance/rules/summary";
import type { Db, Transaction } from "@/lib/db/client";
import type { EnrolmentState, Locale } from "@/lib/db/generated/enums";
import { obligationsSelect } from "@/lib/sessions/facts/obligations";
import { type Conclusion, concludeBy } from "../rules/conclusion";

/** Somebody whose part in a cohort ends with it, and how. Attendance counts sessions, in parts; null for a guest. */
export type ConcludedEnrolment = {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly state: EnrolmentState;
  readonly outcome: Conclusion;
  readonly attended: number | null;
  readonly planned: number | null;
  readonly minimumPercent: number;
};

/** What completing a cohort at `now` would make of everybody who takes part or pauses, by name; a statement per table. */
export async function loadConclusions(
  db: Db | Transaction,
  cohortId: string,
  now: Date,
): Promise<ConcludedEnrolment[]> {
  const cohort = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      programmeVersion: { select: { attendanceMinimumPercent: true } },
      sessions: {
        select: {
          id: true,
          state: true,
          startsAt: true,
          endsAt: true,
          obligations: obligationsSelect,
        },
      },
      enrolments: {
        where: { state: { in: ["active", "paused"] } },
        select: {
          id: true,
          state: true,
          trackId: true,
          participantRole: true,
          person: { select: { name: true, locale: true } },
          attendance: { select: { sessionId: true, status: true, minutes: true, entry: true } },
        },
        orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
      },
    },
  });
  const minimumPercent = cohort.programmeVersion.attendanceMinimumPercent;
  return cohort.enrolments.map(({ id, state, person, attendance, ...attendee }) => {
    const sessions = notedSessions(cohort.sessions, attendance, attendee);
    const summary = attendanceSummary(attendee.participantRole, sessions, now);
    return {
      id,
      state,
      name: person.name,
      locale: person.locale,
      outcome: concludeBy(summary, minimumPercent),
      attended: summary && Math.round(summary.attended * 10) / 10,
      planned: summary?.planned ?? null,
      minimumPercent,
    };
  });
}
