import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { refreshCase } from "@/lib/certification/commands/refresh-case";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import type { Roll } from "../facts/load-roll";
import { type AttendanceEntry, decideAttendanceEntry } from "../rules/entries";
import type { Noted } from "../schema";

type Change = AttendanceEntry & { readonly enrolmentId: string; readonly field: string };

/** What differs from what was noted before; throws the refusal of the first entry that is not allowed, at its field. */
function changesIn(work: Work, roll: Roll, entries: readonly Change[]): Change[] {
  if (new Set(entries.map((entry) => entry.enrolmentId)).size !== entries.length) {
    throw new RefusalError(refuse("attendance.notOnRoll").refusal);
  }
  return entries.filter((entry) => {
    const latest = roll.people.get(entry.enrolmentId);
    if (latest === undefined) throw new RefusalError(refuse("attendance.notOnRoll").refusal);
    if (latest?.status === entry.status && latest.minutes === entry.minutes) return false;
    const decision = decideAttendanceEntry(roll, latest?.status ?? "expected", entry, work.now);
    insist(decision.ok ? decision : { ok: false, refusal: { ...decision.refusal, field: entry.field } });
    return true;
  });
}

async function note(work: Work, roll: Roll, changes: readonly Change[]): Promise<void> {
  const recordedById = personOf(work.acting);
  await work.tx.attendance.createMany({
    data: changes.map(({ enrolmentId, status, minutes, evidence }) => ({
      sessionId: roll.sessionId,
      enrolmentId,
      status,
      minutes,
      evidence,
      recordedById,
      recordedAt: work.now,
      entry: 1 + (roll.people.get(enrolmentId)?.entry ?? 0),
    })),
  });
  await work.audit({
    stream: `session:${roll.sessionId}`,
    action: "attendance.recorded",
    entity: "session",
    entityId: roll.sessionId,
    detail: {
      entries: changes.map(({ enrolmentId, status, minutes }) => ({
        enrolmentId,
        before: roll.people.get(enrolmentId)?.status ?? "expected",
        after: status,
        minutes,
      })),
    },
  });
  for (const { enrolmentId } of changes) await refreshCase(work, enrolmentId);
}

/**
 * Notes who came, one further entry for each person of whom something else was noted before; returns how many. Nothing is ever
 * overwritten: the latest entry counts.
 */
export async function recordAttendance(work: Work, roll: Roll, entries: readonly Noted[]): Promise<number> {
  const wanted = entries.flatMap(({ enrolmentId, status, minutes }, index) =>
    status === null
      ? []
      : [
          {
            enrolmentId,
            status,
            minutes,
            evidence: null,
            field: `entries.${index}.${status === "partial" ? "minutes" : "status"}`,
          },
        ],
  );
  const changes = changesIn(work, roll, wanted);
  await note(work, roll, changes);
  return changes.length;
}

/** Notes that somebody made up for an absence, and what shows it. Whoever notes it has approved it. */
export async function makeUpAttendance(
  work: Work,
  roll: Roll,
  enrolmentId: string,
  evidence: string,
): Promise<void> {
  const entry = { enrolmentId, status: "made_up", minutes: null, evidence, field: "evidence" } as const;
  await note(work, roll, changesIn(work, roll, [entry]));
}
