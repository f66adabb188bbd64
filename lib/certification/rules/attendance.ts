import type {
  AttendanceStatus,
  Obligation,
  ParticipantRole,
  SessionState,
} from "../../db/generated/enums.ts";
import type { Evidence } from "./evidence.ts";

/** A session of the participant's cohort, with what was noted about them. */
export type AttendedSession = {
  readonly id: string;
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly obligations: readonly {
    readonly trackId: string | null;
    readonly participantRole: ParticipantRole | null;
    readonly obligation: Obligation;
  }[];
  readonly attendance: readonly {
    readonly status: AttendanceStatus;
    readonly minutes: number | null;
    readonly entry: number;
  }[];
};

/** Whose attendance it is. */
export type Attendee = { readonly participantRole: ParticipantRole; readonly trackId: string | null };

/** Whether a session is required: what is said of the role goes before what is said of the track; unsaid means required. */
export function isRequired(session: AttendedSession, attendee: Attendee): boolean {
  if (session.state === "cancelled" || attendee.participantRole === "guest") return false;
  const ofRole = session.obligations.find((each) => each.participantRole === attendee.participantRole);
  const ofTrack = session.obligations.find(
    (each) => each.trackId !== null && each.trackId === attendee.trackId,
  );
  return ((ofRole ?? ofTrack)?.obligation ?? "required") === "required";
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
