import { allowed, type Decision, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { CohortState } from "@/lib/db/generated/enums";
import { decideOpening, type OpeningFacts } from "./opening";
import { cohortTransitions } from "./transitions";

/** What a change of a cohort's state looks at. `today` is the day in the cohort's zone. */
export type StateChangeFacts = OpeningFacts & {
  readonly today: string;
  /** Applications that nobody has decided. */
  readonly undecided: number;
  /** Sessions neither held nor cancelled. */
  readonly unfinishedSessions: number;
  /** Enrolments that have a seat and no end yet. */
  readonly liveEnrolments: number;
  /** Certification cases that are not released. */
  readonly openCases: number;
};

/**
 * Whether a cohort may go to another state now. Opening follows its checklist; teaching starts on the first day at the
 * earliest, when every application is decided; it ends when every session is held or cancelled; what is archived has no
 * open certification case; a cancellation gives a reason.
 */
export function decideStateChange(
  facts: StateChangeFacts,
  to: CohortState,
  reason: string,
  now: Date,
): Decision {
  const move = decideTransition("cohort", cohortTransitions, facts.state, to);
  if (!move.ok) return move;
  switch (to) {
    case "open":
      return decideOpening(facts, now);
    case "running":
      if (facts.today < facts.startsOn) return refuse("cohort.beforeStart", { day: facts.startsOn });
      return facts.undecided > 0 ? refuse("cohort.undecided", { count: facts.undecided }) : allowed;
    case "completed":
      return facts.unfinishedSessions > 0
        ? refuse("cohort.unfinished", { count: facts.unfinishedSessions })
        : allowed;
    case "archived":
      return facts.openCases > 0 ? refuse("cohort.openCases", { count: facts.openCases }) : allowed;
    case "cancelled":
      return reason.trim() === "" ? refuse("cohort.reasonMissing", undefined, "reason") : allowed;
    default:
      return allowed;
  }
}
