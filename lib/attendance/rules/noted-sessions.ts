import type { AttendanceStatus } from "../../db/generated/enums.ts";
import { type Attendee, type ObligationRow, obligationFor } from "../../sessions/rules/obligations.ts";
import type { AttendedSession } from "./summary.ts";

/** Something noted of one participant at one session; of several the one with the highest `entry` counts. */
export type AttendanceNote = {
  readonly sessionId: string;
  readonly status: AttendanceStatus;
  readonly minutes: number | null;
  readonly entry: number;
};

/** A session as a cohort has it. */
export type PlannedSession = Pick<AttendedSession, "startsAt" | "endsAt" | "state"> & {
  readonly id: string;
  readonly obligations: readonly ObligationRow[];
};

/** A session with what it asks of one participant and what was last noted of them there. */
export type NotedSession<S extends PlannedSession> = S &
  AttendedSession & { readonly note: AttendanceNote | null };

/**
 * A cohort's sessions as one participant attended them. The one place that picks the note which counts, for the participant's
 * page, the teaching team's and the certification alike; what they add up to says `attendanceSummary`.
 */
export function notedSessions<S extends PlannedSession>(
  sessions: readonly S[],
  notes: readonly AttendanceNote[],
  attendee: Attendee,
): NotedSession<S>[] {
  const newest = new Map<string, AttendanceNote>();
  for (const note of notes) {
    const known = newest.get(note.sessionId);
    if (!known || note.entry > known.entry) newest.set(note.sessionId, note);
  }
  return sessions.map((session) => {
    const note = newest.get(session.id) ?? null;
    const obligation = obligationFor(session.obligations, attendee);
    return { ...session, obligation, note, status: note?.status ?? null, minutes: note?.minutes ?? null };
  });
}
