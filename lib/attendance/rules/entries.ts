import { allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition, type Transitions } from "../../core/transitions.ts";
import type { AttendanceStatus, SessionState } from "../../db/generated/enums.ts";

/**
 * From what was last noted to what may be noted next. A slip of the thumb is put right by a further entry, never by changing
 * one (the table is append-only); only an absence can be made up (design/domain.md).
 */
export const attendanceTransitions: Transitions<AttendanceStatus> = {
  expected: ["apology", "present", "partial", "absent"],
  apology: ["present", "partial", "absent", "made_up"],
  present: ["partial", "absent", "apology"],
  partial: ["present", "partial", "absent", "apology"],
  absent: ["present", "partial", "apology", "made_up"],
  made_up: ["absent", "apology"],
};

/** What is to be noted of one person. */
export type AttendanceEntry = {
  readonly status: AttendanceStatus;
  readonly minutes: number | null;
  readonly evidence: string | null;
};

/** The session it is noted of. */
export type AttendanceOccasion = {
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

/** Roll may be called from this long before a session begins: people arrive early. */
const EARLY_MS = 60 * 60_000;

/** Whether the roll of a session can be called: from an hour before it begins. Apologies can be noted at any time. */
export function isRollOpen(session: Pick<AttendanceOccasion, "startsAt">, now: Date): boolean {
  return now.getTime() >= session.startsAt.getTime() - EARLY_MS;
}

function decideDetail(session: AttendanceOccasion, next: AttendanceEntry): Decision {
  const length = (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000;
  if (next.status === "partial") {
    if (next.minutes === null || next.minutes < 1) return refuse("attendance.minutesMissing");
    if (next.minutes >= length) return refuse("attendance.minutesTooMany", { minutes: length });
  } else if (next.minutes !== null) return refuse("attendance.minutesOnlyForPart");
  if (next.status === "made_up" && !next.evidence?.trim()) {
    return refuse("attendance.evidenceMissing", undefined, "evidence");
  }
  return allowed;
}

/**
 * Whether `next` may be noted of a person of whom `current` was noted last (`expected` if nothing). An apology may come at any
 * time, the rest only once the session is about to begin; of a cancelled session nothing is noted.
 */
export function decideAttendanceEntry(
  session: AttendanceOccasion,
  current: AttendanceStatus,
  next: AttendanceEntry,
  now: Date,
): Decision {
  if (session.state === "cancelled") return refuse("attendance.sessionCancelled");
  if (next.status !== "apology" && !isRollOpen(session, now)) return refuse("attendance.tooEarly");
  const move = decideTransition("attendance", attendanceTransitions, current, next.status);
  return move.ok ? decideDetail(session, next) : move;
}
