import { type Decision, refuse } from "../../core/decision.ts";
import type { CaseState, RequirementKind } from "../../db/generated/enums.ts";
import { decideImpartial, type Involvement } from "./impartiality.ts";
import { type Evaluation, unmetRequirements } from "./requirements.ts";
import { undecidedStates } from "./transitions.ts";

/**
 * Whether this person may except the case from a requirement: a third person beside recommender and decider, in writing,
 * for what is unmet, before anything is decided.
 */
export function decideException(
  facts: { readonly state: CaseState; readonly evaluation: Evaluation; readonly involvement: Involvement },
  requirement: RequirementKind,
): Decision {
  if (facts.state === "discontinued") return refuse("case.discontinued");
  if (!undecidedStates.some((state) => state === facts.state)) return refuse("case.alreadyDecided");
  if (!unmetRequirements(facts.evaluation).includes(requirement))
    return refuse("case.nothingToExcept", undefined, "requirement");
  return decideImpartial("except", facts.involvement);
}
