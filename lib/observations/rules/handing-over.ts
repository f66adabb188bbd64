import { allowed, type Decision, refuse } from "../../core/decision.ts";
import type { VisitState } from "../../db/generated/enums.ts";
import { overlap, type VisitTimes } from "./visit-times.ts";

/** What is known when a visit is to become another assessor's. */
export type HandOverFacts = {
  readonly visit: VisitTimes & {
    readonly state: VisitState;
    readonly begun: boolean;
    readonly paired: boolean;
  };
  readonly assessorId: string;
  readonly toId: string;
  /** Whether the other may observe the participant on that day. */
  readonly eligible: Decision;
  /** The other's visits. */
  readonly theirVisits: readonly VisitTimes[];
};

/**
 * Whether a visit may be handed over: it is booked, nobody has begun to write of it or comes along, and the other is authorised, not barred
 * and free. That who gives it away may have been barred since is a reason to, not against it.
 */
export function decideHandOver(facts: HandOverFacts): Decision {
  const { visit, eligible } = facts;
  if (visit.state !== "booked") return refuse("visit.over");
  if (visit.begun) return refuse("visit.observed");
  if (visit.paired) return refuse("visit.releaseFirst");
  if (facts.toId === facts.assessorId || !eligible.ok) return refuse("pair.secondBarred", undefined, "toId");
  if (facts.theirVisits.some((other) => overlap(visit, other)))
    return refuse("pair.secondBusy", undefined, "toId");
  return allowed;
}
