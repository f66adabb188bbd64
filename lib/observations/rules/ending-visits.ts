import type { VisitState } from "../../db/generated/enums.ts";

/**
 * Whether a visit comes to nothing when its participant leaves the cohort at `now`: what is being agreed, and what is booked and has not
 * begun. One that has begun, or that an observation tells of, took place: its assessor closes it.
 */
export function endsWithParticipation(
  visit: { readonly state: VisitState; readonly startsAt: Date; readonly isObserved: boolean },
  now: Date,
): boolean {
  if (visit.isObserved) return false;
  if (visit.state === "requested" || visit.state === "proposed") return true;
  return visit.state === "booked" && visit.startsAt.getTime() > now.getTime();
}
