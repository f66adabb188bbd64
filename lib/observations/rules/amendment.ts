import { allowed, type Decision, refuse } from "../../core/decision.ts";
import type { CaseState, ObservationState } from "../../db/generated/enums.ts";

/** What is known of an observation that its assessor wants to amend. */
export type AmendmentFacts = {
  readonly state: ObservationState;
  /** The observation that amends it already; null if none. */
  readonly amendedById: string | null;
  readonly caseState: CaseState | null;
};

/**
 * Whether an observation may be superseded by a new one: it is locked, nothing amends it yet, and nobody has judged the
 * evidence. What is not locked is returned instead; the original stays readable.
 */
export function decideAmendment(facts: AmendmentFacts): Decision {
  if (facts.state !== "locked") return refuse("observation.notLocked");
  if (facts.amendedById !== null) return refuse("observation.alreadyAmended");
  if (facts.caseState !== null && facts.caseState !== "collecting" && facts.caseState !== "ready") {
    return refuse("observation.caseClosed");
  }
  return allowed;
}

/** An observation as the evidence knows it. */
export type CountedObservation = {
  readonly id: string;
  readonly state: ObservationState;
  readonly amendsId: string | null;
};

/** The observations that count as evidence: locked, and not superseded by an amendment that is locked itself. */
export function countingObservations<T extends CountedObservation>(observations: readonly T[]): T[] {
  const locked = observations.filter((observation) => observation.state === "locked");
  const superseded = new Set(locked.map((observation) => observation.amendsId));
  return locked.filter((observation) => !superseded.has(observation.id));
}
