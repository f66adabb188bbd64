import { allowed, type Decision, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { CohortState, SessionState } from "@/lib/db/generated/enums";
import { sessionTransitions } from "./transitions";

/** Whether sessions of a cohort may be added or changed: until it has ended in one way or another. */
export function decidePlanning(cohort: CohortState): Decision {
  return ["draft", "open", "closed", "running"].includes(cohort) ? allowed : refuse("cohort.ended");
}

/** Whether a session may be changed: it is neither held nor cancelled. */
export function decideEditingSession(cohort: CohortState, session: SessionState): Decision {
  const planning = decidePlanning(cohort);
  if (!planning.ok) return planning;
  return session === "planned" || session === "confirmed" ? allowed : refuse("session.over");
}

/** What a change of a session's state looks at. */
export type SessionFacts = {
  readonly cohortState: CohortState;
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly facilitators: number;
  readonly hasPlace: boolean;
};

/**
 * Whether a session may go to another state: it is confirmed once somebody facilitates it somewhere, and held once it
 * has begun, in a cohort that runs.
 */
export function decideSessionState(session: SessionFacts, to: SessionState, now: Date): Decision {
  const planning = decidePlanning(session.cohortState);
  if (!planning.ok) return planning;
  const move = decideTransition("session", sessionTransitions, session.state, to);
  if (!move.ok) return move;
  if (to === "confirmed") {
    if (session.facilitators === 0) return refuse("session.noFacilitator");
    return session.hasPlace ? allowed : refuse("session.noPlace");
  }
  if (to === "held") {
    if (session.cohortState !== "running") return refuse("session.cohortNotRunning");
    return session.startsAt > now ? refuse("session.notBegun") : allowed;
  }
  return allowed;
}

/** Whether a session may be taken away altogether: only while nobody outside the staff has seen it. */
export function decideRemoving(cohort: CohortState, session: SessionState): Decision {
  if (cohort !== "draft") return refuse("session.announced");
  return session === "planned" ? allowed : refuse("session.announced");
}

/** What invitations carry of a session's time and place. */
export type Whereabouts = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string | null;
  readonly place: string | null;
  readonly link: string | null;
};

/** Whether a change touches time or place, so that SEQUENCE rises and calendars take it over (RFC 5545 3.8.7.4). */
export function movesWhereabouts(before: Whereabouts, after: Whereabouts): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.roomId !== after.roomId ||
    (before.place ?? "") !== (after.place ?? "") ||
    (before.link ?? "") !== (after.link ?? "")
  );
}
