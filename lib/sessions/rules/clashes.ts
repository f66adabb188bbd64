import { overlaps } from "./collisions";
import type { SeatHolder } from "./news";
import { type ObligationRow, obligationFor } from "./obligations";

/** A session that somebody with a seat on its cohort goes to. */
export type Attended = {
  readonly id: string;
  readonly cohortId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly obligations: readonly ObligationRow[];
};

/** Somebody who would have to be in two places: at `session` and at `other`. */
export type Clash<S extends Attended = Attended> = {
  readonly personId: string;
  readonly session: S;
  readonly other: S;
};

const expectedAt = (session: Attended, seats: readonly SeatHolder[]) =>
  seats.filter(
    (seat) =>
      seat.cohortId === session.cohortId && obligationFor(session.obligations, seat) !== "not_expected",
  );

/**
 * Participants who are on two cohorts whose sessions overlap: a warning, because they decide themselves which to go to. Sessions
 * that either one tells them to stay away from do not count.
 */
export function participantClashes<S extends Attended>(
  sessions: readonly S[],
  others: readonly S[],
  seats: readonly SeatHolder[],
): Clash<S>[] {
  return sessions.flatMap((session) => {
    const people = new Set(expectedAt(session, seats).map((seat) => seat.personId));
    return others
      .filter((other) => other.id !== session.id && other.cohortId !== session.cohortId)
      .filter((other) => overlaps(session, other))
      .flatMap((other) =>
        expectedAt(other, seats)
          .filter((seat) => people.has(seat.personId))
          .map(({ personId }) => ({ personId, session, other })),
      );
  });
}
