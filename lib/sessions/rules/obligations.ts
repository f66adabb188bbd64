import type { Obligation, ParticipantRole } from "@/lib/db/generated/enums";

/** A rule of a session about a track or a role of participants. */
export type ObligationRow = {
  readonly trackId: string | null;
  readonly participantRole: ParticipantRole | null;
  readonly obligation: Obligation;
};

/** Who somebody is on the cohort. */
export type Attendee = { readonly trackId: string | null; readonly participantRole: ParticipantRole };

const mildestFirst: readonly Obligation[] = ["not_expected", "optional", "required"];

/**
 * What a session asks of a participant. Without a row it is required, and of a guest nothing more than optional (guests stay
 * outside the count, domain.md). Where a row about the track and one about the role both fit, the milder one holds: nobody is
 * counted as absent from what a rule has excused them from.
 */
export function obligationFor(rows: readonly ObligationRow[], attendee: Attendee): Obligation {
  const fitting = rows.filter(
    (row) =>
      (row.trackId !== null && row.trackId === attendee.trackId) ||
      (row.participantRole !== null && row.participantRole === attendee.participantRole),
  );
  const found = mildestFirst.find((obligation) => fitting.some((row) => row.obligation === obligation));
  return found ?? (attendee.participantRole === "guest" ? "optional" : "required");
}
