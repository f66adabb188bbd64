/** The mails about a cohort's sessions and about visits: a part of the registry in mail-params.ts, whose rules hold. */
export type SessionMails = {
  /** To whoever has a seat, has applied, or teaches. `reason` is what staff wrote, `changes` the sessions they lose; may be none. */
  "cohort-cancelled": {
    readonly programme: string;
    readonly cohort: string;
    readonly reason: string;
    readonly changes?: readonly SessionNews[];
    readonly personId?: string;
    readonly path: string;
  };
  /** To a participant or a facilitator: everything one planning act has changed for them, in order of time. */
  "sessions-changed": {
    readonly changes: readonly SessionNews[];
    /** Whose invitations they are; the answers in them are signed for this person. */
    readonly personId: string;
    readonly path: string;
  };
  /** To somebody who has come to a cohort: its sessions, as invitations. */
  "sessions-invited": {
    readonly cohort: string;
    readonly changes: readonly SessionNews[];
    readonly personId: string;
    readonly path: string;
  };
  /** To somebody who is off a cohort: what takes its sessions out of their calendar. Why, another mail has told. */
  "sessions-withdrawn": {
    readonly cohort: string;
    readonly changes: readonly SessionNews[];
    readonly personId: string;
    readonly path: string;
  };

  /** What staff wrote to the people of a cohort, its fields filled in. */
  "cohort-message": {
    readonly cohort: string;
    readonly subject: string;
    readonly body: string;
    readonly path: string;
  };

  /** `insteadOf` is the assessor who has handed the visit over. */
  "visit-booked": VisitParams & { readonly insteadOf?: string };
  "visit-moved": VisitParams & { readonly previousStartsAt: string };
  /** `reason` may be empty. */
  /** `left`: because the participant is no longer on the cohort. Mails from before that was told have no such word. */
  "visit-cancelled": VisitParams & { readonly reason: string; readonly left?: boolean };
};

/** Whether news take a session out of somebody's calendar. */
export const takesAway = ({ kind }: Pick<SessionNews, "kind">) =>
  kind === "cancelled" || kind === "left" || kind === "excused";

/**
 * What one person is told of one session, with all that an invitation needs (RFC 5546). `joined` and `left`: as its facilitator;
 * `excused`: it goes on, but they are no longer expected at it.
 */
export type SessionNews = {
  readonly kind: "added" | "moved" | "cancelled" | "joined" | "left" | "excused";
  readonly sessionId: string;
  /** RFC 5545: never changes, and rises. */
  readonly uid: string;
  readonly sequence: number;
  readonly cohort: string;
  readonly theme: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Of `moved`; else empty. */
  readonly previousStartsAt: string;
  readonly previousEndsAt: string;
  readonly zone: string;
  /** May be empty, as may `link`. */
  readonly place: string;
  readonly link: string;
};

/** An observation visit, told to the participant or to the assessor. `place` may be empty. */
type VisitParams = {
  readonly visitId: string;
  /** Who it is told to. */
  readonly personId: string;
  /** RFC 5545: never changes, and rises. */
  readonly uid: string;
  readonly sequence: number;
  readonly audience: "participant" | "assessor";
  readonly participant: string;
  readonly assessor: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly place: string;
  readonly path: string;
};
