import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { CohortState } from "@/lib/db/generated/enums";

/** The dates of a cohort, each `YYYY-MM-DD`. */
export type CohortDates = {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly deadlineOn: string;
};

const LONGEST_DAYS = 3 * 366;
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether a cohort's dates fit together: it does not end before it starts, and applying ends before it starts. */
export function decideDates({ startsOn, endsOn, deadlineOn }: CohortDates): Decision {
  if (endsOn < startsOn) return refuse("cohort.endsBeforeStart", undefined, "endsOn");
  if (days(startsOn, endsOn) > LONGEST_DAYS) return refuse("cohort.tooLong", undefined, "endsOn");
  if (deadlineOn >= startsOn) return refuse("cohort.deadlineAfterStart", undefined, "deadlineOn");
  return allowed;
}

/** Whether what a cohort is may be edited: until it has ended in one way or another. */
export function decideEditing(state: CohortState): Decision {
  return state === "draft" || state === "open" || state === "closed" || state === "running"
    ? allowed
    : refuse("cohort.ended");
}

/** Whether the address may change: links that were given out go on to work, so only before it opens. */
export function decideSlugChange(state: CohortState, from: string, to: string): Decision {
  return from === to || state === "draft" ? allowed : refuse("cohort.slugFixed", undefined, "slug");
}
