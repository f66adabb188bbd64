import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import type { Obligation, ParticipantRole } from "@/lib/db/generated/enums";

/** What the form says about one track or one role; `default` leaves it to the rule that everybody comes. */
export type ObligationChoice = {
  readonly trackId: string;
  readonly participantRole: ParticipantRole | "";
  readonly obligation: Obligation | "default";
};

/** Replaces a session's obligations. Refuses a track of another programme version, and a row about both or neither. */
export async function writeObligations(
  work: Work,
  sessionId: string,
  cohortId: string,
  choices: readonly ObligationChoice[],
): Promise<void> {
  const rows = choices.flatMap(({ trackId, participantRole, obligation }) =>
    obligation === "default"
      ? []
      : [{ sessionId, trackId: trackId || null, participantRole: participantRole || null, obligation }],
  );
  if (rows.some((row) => (row.trackId === null) === (row.participantRole === null)))
    insist(refuse("session.obligationUnclear"));
  const trackIds = [...new Set(rows.flatMap((row) => row.trackId ?? []))];
  if (trackIds.length > 0) {
    const known = await work.tx.track.count({
      where: { id: { in: trackIds }, programmeVersion: { cohorts: { some: { id: cohortId } } } },
    });
    if (known < trackIds.length) insist(refuse("session.obligationUnclear"));
  }
  await work.tx.sessionObligation.deleteMany({ where: { sessionId } });
  if (rows.length > 0) await work.tx.sessionObligation.createMany({ data: rows });
}
