import type { CohortState, ParticipantRole } from "@/lib/db/generated/enums";
import { type ObligationRow, obligationFor } from "./obligations";

/** When and where a session is, as people are told. `place` and `link` may be empty. */
export type ToldPlan = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly link: string;
};

/**
 * One session's change in a planning act. A planning act (one saved form, one moved week, one cancelled cohort) collects these
 * and tells people once. `team` is a change of who facilitates or of who has to come, and nothing else.
 */
export type SessionChange = {
  readonly kind: "added" | "moved" | "cancelled" | "team";
  readonly session: {
    readonly id: string;
    readonly cohortId: string;
    readonly theme: string;
    readonly timeZone: string;
    readonly icalUid: string;
    /** As it is after the change (RFC 5545). */
    readonly sequence: number;
  };
  readonly cohort: { readonly name: string; readonly state: CohortState };
  /** Null where it was not there before. */
  readonly before: ToldPlan | null;
  readonly after: ToldPlan;
  readonly facilitatorsBefore: readonly string[];
  readonly facilitatorsAfter: readonly string[];
  /** The rules on who has to come as they were; absent where they stay. */
  readonly obligationsBefore?: readonly ObligationRow[];
};

/** What a change is to one person: `joined` and `left` are about facilitating it, `excused` is not being expected any more. */
export type NewsKind = "added" | "moved" | "cancelled" | "joined" | "left" | "excused";

/** One thing one person is told. */
export type News = { readonly kind: NewsKind; readonly change: SessionChange };

/** Somebody with a seat on a cohort. */
export type SeatHolder = {
  readonly personId: string;
  readonly cohortId: string;
  readonly trackId: string | null;
  readonly participantRole: ParticipantRole;
};

/** Who might be concerned: seats of the cohorts, and each session's rules on who has to come. */
export type Audience = {
  readonly seats: readonly SeatHolder[];
  readonly obligations: ReadonlyMap<string, readonly ObligationRow[]>;
};

const announced: readonly CohortState[] = ["open", "closed", "running"];

function newsOfFacilitators(change: SessionChange): [personId: string, kind: NewsKind][] {
  const { facilitatorsBefore: before, facilitatorsAfter: after } = change;
  const kindOfStaying = change.kind === "team" ? null : change.kind;
  return [
    ...after.flatMap((personId): [string, NewsKind][] => {
      if (!before.includes(personId) && change.kind !== "cancelled") return [[personId, "joined"]];
      return kindOfStaying ? [[personId, kindOfStaying]] : [];
    }),
    ...before
      .filter((personId) => !after.includes(personId))
      .map((personId): [string, NewsKind] => [personId, "left"]),
  ];
}

function newsOfParticipants(change: SessionChange, audience: Audience): [personId: string, kind: NewsKind][] {
  const { kind, session, obligationsBefore } = change;
  const now = audience.obligations.get(session.id) ?? [];
  const expects = (rows: readonly ObligationRow[], seat: SeatHolder) =>
    obligationFor(rows, seat) !== "not_expected";
  return audience.seats
    .filter((seat) => seat.cohortId === session.cohortId)
    .flatMap((seat): [string, NewsKind][] => {
      const [was, is] = [expects(obligationsBefore ?? now, seat), expects(now, seat)];
      if (was && is) return kind === "team" ? [] : [[seat.personId, kind]];
      if (was) return [[seat.personId, "excused"]];
      return is ? [[seat.personId, "added"]] : [];
    });
}

/**
 * Who is told what of a planning act, by person: whoever has a seat and is not told to stay away, and whoever facilitates,
 * did, or now does. Nobody of a cohort that has not been announced or is over, and not the one who acts. A person who is
 * both is told of each session once, as its facilitator.
 */
export function newsOf(
  changes: readonly SessionChange[],
  audience: Audience,
  actingId: string | null,
): Map<string, News[]> {
  const news = new Map<string, News[]>();
  for (const change of changes.filter(({ cohort }) => announced.includes(cohort.state))) {
    const told = new Map<string, NewsKind>();
    for (const [personId, kind] of [...newsOfFacilitators(change), ...newsOfParticipants(change, audience)])
      if (personId !== actingId && !told.has(personId)) told.set(personId, kind);
    for (const [personId, kind] of told)
      news.set(personId, [...(news.get(personId) ?? []), { kind, change }]);
  }
  return news;
}
