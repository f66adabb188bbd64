import { allowed, type Decision, refuse } from "@/lib/core/decision";

/** What taking somebody onto, or off, a teaching team looks at. */
export type TeamFacts = {
  /** Holds the facilitator's role inside the cohort's provider now. */
  readonly isFacilitator: boolean;
  /** Is enrolled on the cohort. */
  readonly isParticipant: boolean;
  /** Has observed or judged a participant of the cohort. */
  readonly hasAssessed: boolean;
};

/**
 * Whether somebody may join the teaching team: a facilitator of the provider, not a participant, and nobody who has
 * assessed the cohort, because whoever teaches neither observes nor decides (ISO/IEC 17024 5.2, trust.md).
 */
export function decideJoiningTeam(facts: TeamFacts): Decision {
  if (!facts.isFacilitator) return refuse("cohort.team.notFacilitator", undefined, "personId");
  if (facts.isParticipant) return refuse("cohort.team.isParticipant", undefined, "personId");
  if (facts.hasAssessed) return refuse("cohort.team.hasAssessed", undefined, "personId");
  return allowed;
}

/** Whether somebody may leave the team: not while sessions to come have them as facilitator. */
export function decideLeavingTeam(sessionsToCome: number): Decision {
  return sessionsToCome > 0 ? refuse("cohort.team.hasSessions", { count: sessionsToCome }) : allowed;
}
