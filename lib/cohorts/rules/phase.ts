import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { CohortState } from "@/lib/db/generated/enums";

/** What tells whether somebody may still apply. */
export type PhaseFacts = { readonly state: CohortState; readonly applicationDeadline: Date };

/** Whether applications are taken: the cohort is open and its deadline has not passed (its last instant counts). */
export function decideTakingApplications(cohort: PhaseFacts, now: Date): Decision {
  if (cohort.state !== "open") return refuse("cohort.notOpen");
  if (now.getTime() > cohort.applicationDeadline.getTime()) return refuse("cohort.deadlinePassed");
  return allowed;
}

/** What a visitor should know about a cohort's state; `lastDays` is the last week before the deadline. */
export type PublicPhase = "open" | "lastDays" | "full" | "closed" | "running" | "completed";

const DAY_MS = 86_400_000;

/** The phase of a cohort as the catalogue shows it. `full` still takes applications: they join the queue. */
export function publicPhase(cohort: PhaseFacts & { seatsLeft: number }, now: Date): PublicPhase {
  if (cohort.state === "running") return "running";
  if (cohort.state === "completed" || cohort.state === "archived") return "completed";
  if (!decideTakingApplications(cohort, now).ok) return "closed";
  if (cohort.seatsLeft === 0) return "full";
  return cohort.applicationDeadline.getTime() - now.getTime() <= 7 * DAY_MS ? "lastDays" : "open";
}

/**
 * Seats that anybody may have: neither taken by an enrolment or a live offer from the queue, nor free but kept for an organisation or
 * a track. Never below zero.
 */
export function seatsLeft(capacity: number, seatsTaken: number, seatsKept = 0): number {
  return Math.max(0, capacity - seatsTaken - seatsKept);
}

/** Whole days from `now` to `then`, rounded up; 0 when it has passed. */
export function daysUntil(then: Date, now: Date): number {
  return Math.max(0, Math.ceil((then.getTime() - now.getTime()) / DAY_MS));
}
