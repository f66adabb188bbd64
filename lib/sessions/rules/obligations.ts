import type { Obligation, ParticipantRole } from "@/lib/db/generated/enums";

/** A rule of a session about a track or a role of participants. */
export type ObligationRow = {
  readonly trackId: string | null;
  readonly participantRole: ParticipantRole | null;
  readonly obligation: Obligation;
};

/** Who somebody is on the cohort. */
export type Attendee = { readonly trackId: string | null; readonly participantRole: ParticipantRole };

/** Whose rule it is: everybody's on a track, or everybody's in a role. */
export type ObligationSubject = Pick<ObligationRow, "trackId" | "participantRole">;

/** A subject as one word: `track:<id>` or `role:<role>`. */
export const subjectKey = ({ trackId, participantRole }: ObligationSubject) =>
  trackId === null ? `role:${participantRole ?? ""}` : `track:${trackId}`;

/** The rules with another one for the subject, or without one (`default`): then everybody of it comes, and guests may. */
export function withObligation(
  rows: readonly ObligationRow[],
  subject: ObligationSubject,
  obligation: Obligation | "default",
): ObligationRow[] {
  const others = rows.filter((row) => subjectKey(row) !== subjectKey(subject));
  return obligation === "default" ? others : [...others, { ...subject, obligation }];
}

/** Whether two lists of rules say the same. */
export function sameObligations(some: readonly ObligationRow[], others: readonly ObligationRow[]): boolean {
  const said = (rows: readonly ObligationRow[]) =>
    rows
      .map((row) => `${subjectKey(row)} ${row.obligation}`)
      .sort()
      .join("\n");
  return said(some) === said(others);
}

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
