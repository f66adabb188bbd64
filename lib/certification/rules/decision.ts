import { civilDay } from "../../core/dates.ts";
import { all, allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { CaseOutcome, CaseState } from "../../db/generated/enums.ts";
import { decideImpartial, type Involvement } from "./impartiality.ts";
import { type Evaluation, unmetRequirements } from "./requirements.ts";
import { caseTransitions } from "./transitions.ts";

/** What a recommendation is judged by. */
export type RecommendationFacts = {
  readonly state: CaseState;
  readonly evaluation: Evaluation;
  readonly involvement: Involvement;
  /** How many observations do not say any more what was submitted (`alteredObservations`). */
  readonly altered: number;
};

/** An outcome with what the law asks to go with it. */
export type Outcome = {
  readonly outcome: CaseOutcome;
  /** Forvaltningsloven § 24: the rules applied, the main considerations, the decisive facts. */
  readonly reasonRules: string;
  readonly reasonMain: string;
  readonly reasonFacts: string;
  /** Codes of criteria to be shown anew. */
  readonly repeatCriteria: readonly string[];
  readonly repeatGuidance: string;
  /** Calendar day. */
  readonly repeatDueOn: string | null;
  readonly appealGuidance: string;
};

/** What a decision is judged by. */
export type DecisionFacts = RecommendationFacts & {
  /** Codes of the scheme's criteria. */
  readonly criterionCodes: readonly string[];
  /** The hash over the evidence as it is now. */
  readonly evidenceHash: string;
  /** The present round's recommendation. */
  readonly recommendation: { readonly evidenceHash: string } | null;
  readonly hearing: { readonly dueAt: Date; readonly statementAt: Date | null } | null;
};

const blank = (text: string) => text.trim() === "";

/** Nothing is granted until every requirement is met or excepted (ISO/IEC 17024 9.4). */
function decideGrant(outcome: CaseOutcome, evaluation: Evaluation): Decision {
  if (outcome !== "certified" || evaluation.complete) return allowed;
  return refuse("case.requirementUnmet", { count: unmetRequirements(evaluation).length }, "outcome");
}

/** Whether what was observed still says what was submitted: nobody is judged by a text that was changed afterwards. */
function decideUnaltered(altered: number): Decision {
  return altered === 0 ? allowed : refuse("case.evidenceAltered", { count: altered });
}

/** Whether this person may recommend `outcome` now. */
export function decideRecommendation(facts: RecommendationFacts, outcome: CaseOutcome): Decision {
  if (facts.state === "discontinued") return refuse("case.discontinued");
  if (facts.state === "recommended") return refuse("case.alreadyRecommended");
  if (facts.state === "collecting") return refuse("case.notReady");
  return all(
    decideTransition("case", caseTransitions, facts.state, "recommended"),
    decideImpartial("recommend", facts.involvement),
    decideUnaltered(facts.altered),
    decideGrant(outcome, facts.evaluation),
  );
}

/** Whether the case is at the point of being decided: not before a recommendation, and once only. */
function decideMoment(state: CaseState): Decision {
  if (state === "discontinued") return refuse("case.discontinued");
  if (state === "collecting" || state === "ready") return refuse("case.notRecommended");
  if (state !== "recommended" && state !== "hearing") return refuse("case.alreadyDecided");
  return decideTransition("case", caseTransitions, state, "decided");
}

/** Whether the files beside the observations are still what was attached, by the names of those that are not. */
export function decideUnspoilt(spoilt: readonly string[]): Decision {
  return spoilt.length === 0
    ? allowed
    : refuse("case.filesSpoilt", { count: spoilt.length, names: spoilt.join(", ") });
}

/** Whether the evidence is still what the recommendation rests on. */
export function decideSameEvidence(
  facts: Pick<DecisionFacts, "recommendation" | "evidenceHash" | "altered">,
): Decision {
  if (!facts.recommendation) return refuse("case.notRecommended");
  const unaltered = decideUnaltered(facts.altered);
  if (!unaltered.ok) return unaltered;
  return facts.recommendation.evidenceHash === facts.evidenceHash ? allowed : refuse("case.evidenceChanged");
}

/** Whether this person may decide this case at this moment, whatever the outcome. What the screen asks beforehand. */
export function decideDeciding(facts: DecisionFacts): Decision {
  return all(
    decideMoment(facts.state),
    decideImpartial("decide", facts.involvement),
    decideSameEvidence(facts),
  );
}

/** Before an adverse decision the participant was heard: they answered, or the deadline has passed (forvaltningsloven § 19). */
export function decideHeard(hearing: DecisionFacts["hearing"], now: Date): Decision {
  if (!hearing) return refuse("case.hearingMissing", undefined, "outcome");
  if (hearing.statementAt === null && hearing.dueAt > now)
    return refuse("case.hearingRunning", undefined, "outcome");
  return allowed;
}

function decideRepeat(outcome: Outcome, codes: readonly string[], now: Date): Decision {
  if (outcome.repeatCriteria.length === 0) return refuse("case.repeatCriteria", undefined, "repeatCriteria");
  if (outcome.repeatCriteria.some((code) => !codes.includes(code)))
    return refuse("case.repeatUnknown", undefined, "repeatCriteria");
  if (blank(outcome.repeatGuidance)) return refuse("case.repeatGuidance", undefined, "repeatGuidance");
  const today = civilDay(now);
  if (outcome.repeatDueOn === null || outcome.repeatDueOn <= today)
    return refuse("case.repeatDue", undefined, "repeatDueOn");
  return allowed;
}

function decideAdverse(outcome: Outcome, hearing: DecisionFacts["hearing"], now: Date): Decision {
  if (blank(outcome.reasonRules)) return refuse("case.reasonRules", undefined, "reasonRules");
  if (blank(outcome.reasonFacts)) return refuse("case.reasonFacts", undefined, "reasonFacts");
  if (blank(outcome.appealGuidance)) return refuse("case.appealGuidance", undefined, "appealGuidance");
  return decideHeard(hearing, now);
}

/**
 * Whether this person may decide the case this way now. The outcome brings what the law asks of it: a repeat its criteria,
 * guidance and deadline; a refusal a hearing, reasons in three parts and guidance on appeal (forvaltningsloven §§ 19, 22, 24, 25).
 */
export function decideDecision(facts: DecisionFacts, outcome: Outcome, now: Date): Decision {
  const able = decideDeciding(facts);
  if (!able.ok) return able;
  if (blank(outcome.reasonMain)) return refuse("case.reasonMain", undefined, "reasonMain");
  if (outcome.outcome === "repeat_requested") return decideRepeat(outcome, facts.criterionCodes, now);
  if (outcome.outcome === "not_certified") return decideAdverse(outcome, facts.hearing, now);
  return decideGrant(outcome.outcome, facts.evaluation);
}
