import { dayOf, endOfDay } from "../../core/dates.ts";
import { allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { ObservationState } from "../../db/generated/enums.ts";
import { observationTransitions } from "./transitions.ts";

/** What is known of a shared observation when somebody would answer it or let it lapse. */
export type ResponseFacts = { readonly state: ObservationState; readonly responseDueAt: Date | null };

/** Until when a participant may respond: the end of the day, in `zone`, that lies `days` after the sharing. */
export function responseDeadline(sharedAt: Date, days: number, zone: string): Date {
  const day = new Date(`${dayOf(sharedAt, zone)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return endOfDay(day.toISOString().slice(0, 10), zone);
}

/** Whether the participant may still respond: once, and not after the deadline. */
export function decideResponse(facts: ResponseFacts, now: Date): Decision {
  if (facts.state === "locked" || facts.state === "responded") return refuse("observation.alreadyAnswered");
  const move = decideTransition("observation", observationTransitions, facts.state, "responded");
  if (!move.ok) return move;
  return facts.responseDueAt !== null && now > facts.responseDueAt
    ? refuse("observation.responseLate")
    : allowed;
}

/** Whether a shared observation has lapsed without a response: only once its deadline has passed. */
export function decideLapse(facts: ResponseFacts, now: Date): Decision {
  const move = decideTransition("observation", observationTransitions, facts.state, "response_lapsed");
  if (!move.ok) return move;
  return facts.responseDueAt !== null && now > facts.responseDueAt
    ? allowed
    : refuse("observation.stillOpen");
}
