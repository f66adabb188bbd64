import { all, allow, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { CaseOutcome, CaseState } from "../../db/generated/enums.ts";
import { decideImpartial, type Involvement } from "./impartiality.ts";
import { caseTransitions } from "./transitions.ts";

/** What follows from telling the outcome. */
export type Consequence = "issue" | "nextRound" | "none";

const consequences: Readonly<Record<CaseOutcome, Consequence>> = {
  certified: "issue",
  repeat_requested: "nextRound",
  not_certified: "none",
};

/** What follows from an outcome once the participant knows it. */
export function consequenceOf(outcome: CaseOutcome): Consequence {
  return consequences[outcome];
}

/** Whether this person may tell the participant the outcome, and what follows: a certificate, a new round, nothing. */
export function decideRelease(facts: {
  readonly state: CaseState;
  readonly involvement: Involvement;
  readonly outcome: CaseOutcome | null;
}): Decision<Consequence> {
  if (facts.outcome === null || facts.state !== "decided")
    return refuse(facts.state === "released" ? "case.alreadyReleased" : "case.notDecided");
  const may = all(
    decideTransition("case", caseTransitions, facts.state, "released"),
    decideImpartial("release", facts.involvement),
  );
  return may.ok ? allow(consequenceOf(facts.outcome)) : may;
}

/** Whether an undecided case may go back to gathering evidence: its recommendation no longer rests on what there is. */
export function decideReopening(facts: {
  readonly state: CaseState;
  readonly involvement: Involvement;
}): Decision {
  if (facts.state === "discontinued") return refuse("case.discontinued");
  if (facts.state !== "recommended" && facts.state !== "hearing") return refuse("case.notRecommended");
  return all(
    decideTransition("case", caseTransitions, facts.state, "collecting"),
    decideImpartial("steer", facts.involvement),
  );
}
