import "server-only";
import { visibleSessions } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import type { AttendanceStatus, EnrolmentState, SessionState } from "@/lib/db/generated/enums";
import { lockRow } from "@/lib/db/lock-row";

/** Whose name is called: whoever is in, or was until the cohort ended. */
export const ON_THE_ROLL: EnrolmentState[] = ["active", "paused", "completed", "not_completed"];

/** What was last noted of one person at a session. */
type LatestEntry = {
  readonly status: AttendanceStatus;
  readonly minutes: number | null;
  readonly entry: number;
};

/** A session with everybody on its roll and what was last noted of each. */
export type Roll = {
  readonly sessionId: string;
  readonly cohortId: string;
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly providerId: string;
  readonly teaches: boolean;
  /** By enrolment id; null of whom nothing is noted. */
  readonly people: ReadonlyMap<string, LatestEntry | null>;
};

/**
 * Locks a session that the acting person may reach, with its roll; null where there is none for them. The cases of the people
 * are locked first, in one order, because what is noted weighs in them (lib/db/lock-row.ts).
 */
export async function loadRoll(work: Work, sessionId: string): Promise<Roll | null> {
  await work.tx.$queryRaw`
    SELECT 1 FROM certification_case c JOIN enrolment e ON e.id = c.enrolment_id
    JOIN session s ON s.cohort_id = e.cohort_id WHERE s.id = ${sessionId}::uuid ORDER BY c.id FOR UPDATE OF c`;
  await lockRow(work.tx, "session", sessionId);
  const session = await work.tx.session.findFirst({
    where: { AND: [{ id: sessionId }, visibleSessions(work.acting)] },
    select: {
      cohortId: true,
      state: true,
      startsAt: true,
      endsAt: true,
      attendance: {
        select: { enrolmentId: true, status: true, minutes: true, entry: true },
        orderBy: { entry: "asc" },
      },
      cohort: {
        select: {
          programmeVersion: { select: { programme: { select: { providerId: true } } } },
          facilitators: { select: { personId: true } },
          enrolments: { where: { state: { in: ON_THE_ROLL } }, select: { id: true } },
        },
      },
    },
  });
  if (!session) return null;
  // In ascending order: the last of each person stays.
  const latest = new Map(session.attendance.map((row) => [row.enrolmentId, row]));
  return {
    sessionId,
    cohortId: session.cohortId,
    state: session.state,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    providerId: session.cohort.programmeVersion.programme.providerId,
    teaches: session.cohort.facilitators.some((row) => row.personId === work.acting.personId),
    people: new Map(session.cohort.enrolments.map(({ id }) => [id, latest.get(id) ?? null])),
  };
}
