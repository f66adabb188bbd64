import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import type { Obligation, ParticipantRole } from "@/lib/db/generated/enums";
import type { ObligationRow, ObligationSubject } from "../rules/obligations";

/** What a form says about one track or one role; `default` leaves it to the rule that everybody comes. */
export type ObligationChoice = {
  readonly trackId: string;
  readonly participantRole: ParticipantRole | "";
  readonly obligation: Obligation | "default";
};

/** The rows that choices make. */
export function rowsOf(choices: readonly ObligationChoice[]): ObligationRow[] {
  return choices.flatMap(({ trackId, participantRole, obligation }) =>
    obligation === "default"
      ? []
      : [{ trackId: trackId || null, participantRole: participantRole || null, obligation }],
  );
}

/** Refuses a track of another programme version than the cohort's, and a rule about both or neither. */
export async function insistSubjects(
  work: Work,
  cohortId: string,
  subjects: readonly ObligationSubject[],
): Promise<void> {
  if (subjects.some((subject) => (subject.trackId === null) === (subject.participantRole === null)))
    insist(refuse("session.obligationUnclear"));
  const trackIds = [...new Set(subjects.flatMap(({ trackId }) => trackId ?? []))];
  if (trackIds.length === 0) return;
  const known = await work.tx.track.count({
    where: { id: { in: trackIds }, programmeVersion: { cohorts: { some: { id: cohortId } } } },
  });
  if (known < trackIds.length) insist(refuse("session.obligationUnclear"));
}

/** Replaces a session's obligations. */
export async function writeObligations(
  work: Work,
  sessionId: string,
  cohortId: string,
  choices: readonly ObligationChoice[],
): Promise<void> {
  const rows = rowsOf(choices);
  await insistSubjects(work, cohortId, rows);
  await work.tx.sessionObligation.deleteMany({ where: { sessionId } });
  if (rows.length > 0)
    await work.tx.sessionObligation.createMany({ data: rows.map((row) => ({ sessionId, ...row })) });
}
