import { attendanceSummary } from "../../attendance/rules/summary.ts";
import type { AttendanceStatus, SessionState } from "../../db/generated/enums.ts";
import { type Attendee, type ObligationRow, obligationFor } from "../../sessions/rules/obligations.ts";
import type { Evidence } from "./evidence.ts";

/** A session of the participant's cohort, with everything that was noted about them. */
export type NotedSession = {
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

function newestNote(session: NotedSession): NotedSession["attendance"][number] | null {
  return session.attendance.reduce<NotedSession["attendance"][number] | null>(
    (last, each) => (last === null || each.entry > last.entry ? each : last),
    null,
  );
}

/** What of the required sessions was attended, by the rule of lib/attendance, and the notes that say so. */
export function attendanceEvidence(
  sessions: readonly NotedSession[],
  attendee: Attendee,
  now: Date,
): Evidence["attendance"] {
  const seen = sessions.map((session) => ({
    session,
    note: newestNote(session),
    obligation: obligationFor(session.obligations, attendee),
  }));
  const summary = attendanceSummary(
    attendee.participantRole,
    seen.map(({ session, note, obligation }) => ({
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      state: session.state,
      obligation,
      status: note?.status ?? null,
      minutes: note?.minutes ?? null,
    })),
    now,
  );
  const notes = seen.flatMap(({ session, note, obligation }) =>
    note && obligation === "required" && session.state !== "cancelled"
      ? [{ sessionId: session.id, status: note.status, minutes: note.minutes, entry: note.entry }]
      : [],
  );
  return {
    planned: summary?.planned ?? 0,
    attended: summary?.attended ?? 0,
    highestAttainable: summary?.highestAttainable ?? 0,
    open: summary?.open ?? 0,
    notes,
  };
}
