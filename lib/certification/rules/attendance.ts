import type { AttendanceStatus, SessionState } from "../../db/generated/enums.ts";
import { type Attendee, type ObligationRow, obligationFor } from "../../sessions/rules/obligations.ts";
import type { Evidence } from "./evidence.ts";

/** A session of the participant's cohort, with what was noted about them. */
export type AttendedSession = {
  readonly id: string;
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly obligations: readonly ObligationRow[];
  readonly attendance: readonly {
    readonly status: AttendanceStatus;
    readonly minutes: number | null;
    readonly entry: number;
  }[];
};

/** Whether a session counts for the certification: required of the attendee and not cancelled; a guest's none. */
export function isRequired(session: AttendedSession, attendee: Attendee): boolean {
  if (session.state === "cancelled" || attendee.participantRole === "guest") return false;
  return obligationFor(session.obligations, attendee) === "required";
}

function shareOf(session: AttendedSession): number {
  const newest = session.attendance.reduce<AttendedSession["attendance"][number] | null>(
    (last, each) => (last === null || each.entry > last.entry ? each : last),
    null,
  );
  if (newest?.status === "present" || newest?.status === "made_up") return 1;
  if (newest?.status !== "partial") return 0;
  const minutes = (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000;
  return Math.min(1, (newest.minutes ?? 0) / minutes);
}

/** What of the required sessions was attended, and what still can be when everything that is not over yet is attended. */
export function attendanceEvidence(
  sessions: readonly AttendedSession[],
  attendee: Attendee,
  now: Date,
): Evidence["attendance"] {
  const required = sessions.filter((session) => isRequired(session, attendee));
  const attended = required.reduce((sum, session) => sum + shareOf(session), 0);
  const toCome = required.filter((session) => session.endsAt > now);
  const notes = required.flatMap((session) => {
    const newest = [...session.attendance].sort((a, b) => b.entry - a.entry)[0];
    return newest ? [{ sessionId: session.id, ...newest }] : [];
  });
  return {
    required: required.length,
    attended,
    attainable: toCome.reduce((sum, session) => sum + 1 - shareOf(session), attended),
    notes: notes.map(({ sessionId, status, minutes, entry }) => ({ sessionId, status, minutes, entry })),
  };
}
