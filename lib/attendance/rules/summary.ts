import type {
  AttendanceStatus,
  Obligation,
  ParticipantRole,
  SessionState,
} from "../../db/generated/enums.ts";

/** One session of a participant's cohort, with what was last noted of them there. */
export type AttendedSession = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: SessionState;
  /** What this session asks of this participant (lib/sessions/rules). */
  readonly obligation: Obligation;
  /** The latest entry; null where nothing was noted. */
  readonly status: AttendanceStatus | null;
  /** Minutes present, of `partial`. */
  readonly minutes: number | null;
};

/** Attendance in sessions; a part of one counts as the share of its minutes. */
export type AttendanceSummary = {
  readonly attended: number;
  /** Required sessions that are not cancelled. */
  readonly planned: number;
  /** What is attended if every session that is still open is attended. */
  readonly highestAttainable: number;
  /** Sessions that can still be attended: nothing is noted yet, or they are not over. */
  readonly open: number;
};

/** The share of a session that an entry counts for, 0–1; null while it is open. */
function attendedShare(session: AttendedSession): number | null {
  switch (session.status) {
    case "present":
    case "made_up":
      return 1;
    case "partial": {
      const length = (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000;
      return Math.min(1, (session.minutes ?? 0) / length);
    }
    case "absent":
    case "apology":
      return 0;
    default:
      return null;
  }
}

/**
 * Attended, planned and highest still attainable over the required sessions. Open is what nothing is noted of yet, and what is
 * not over: who sent an apology may come after all. Cancelled sessions and those that are optional or not expected of the
 * participant are left out; a guest is outside the count altogether: null (design/domain.md).
 */
export function attendanceSummary(
  participantRole: ParticipantRole,
  sessions: readonly AttendedSession[],
  now: Date,
): AttendanceSummary | null {
  if (participantRole === "guest") return null;
  const required = sessions.filter(
    (session) => session.state !== "cancelled" && session.obligation === "required",
  );
  const shares = required.map((session) => ({
    share: attendedShare(session) ?? 0,
    open: attendedShare(session) === null || session.endsAt > now,
  }));
  const attended = shares.reduce((sum, { share }) => sum + share, 0);
  const open = shares.filter((each) => each.open && each.share < 1);
  const highestAttainable = open.reduce((sum, { share }) => sum + 1 - share, attended);
  return { attended, planned: required.length, highestAttainable, open: open.length };
}

/** Where a summary stands against a minimum in per cent of the planned sessions. Without planned sessions it is met. */
export function attendanceStanding(
  summary: AttendanceSummary,
  minimumPercent: number,
): "met" | "attainable" | "unattainable" {
  // Compared without dividing, so that 80 % of 10 sessions is 8 exactly; the slack swallows the rounding of shares.
  const needed = summary.planned * minimumPercent - 1e-6;
  if (summary.attended * 100 >= needed) return "met";
  return summary.highestAttainable * 100 >= needed ? "attainable" : "unattainable";
}
