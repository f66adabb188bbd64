import { all, allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { CalibrationState, FrameworkVersionState, Rating } from "../../db/generated/enums.ts";
import { calibrationTransitions } from "./transitions.ts";

/** Whether a round may be opened: by a version that is in use or about to be, with a day ahead. */
export function decideOpening(
  facts: { readonly versionState: FrameworkVersionState; readonly dueOn: string },
  today: string,
): Decision {
  if (facts.versionState !== "in_use" && facts.versionState !== "approved") {
    return refuse("authorisation.versionNotUsable", undefined, "frameworkVersionId");
  }
  return facts.dueOn <= today ? refuse("authorisation.endsInPast", undefined, "dueOn") : allowed;
}

/** What is known when an assessor rates a round's case. */
export type AnswerFacts = {
  readonly state: CalibrationState;
  readonly authorId: string;
  readonly assessorId: string;
  readonly authorised: boolean;
  readonly answered: boolean;
  readonly criterionIds: readonly string[];
};

/**
 * Whether an assessor may rate the case so: while the round is open, once, authorised, every criterion; and not whoever wrote the case,
 * who knows what is meant.
 */
export function decideAnswer(
  facts: AnswerFacts,
  ratings: readonly { readonly criterionId: string; readonly rating: Rating }[],
): Decision {
  if (facts.state !== "open") return refuse("calibration.closed");
  if (facts.assessorId === facts.authorId || !facts.authorised) return refuse("calibration.notAssessor");
  if (facts.answered) return refuse("calibration.alreadyRated");
  const rated = new Set(ratings.map((each) => each.criterionId));
  if (ratings.length !== rated.size || ratings.some((each) => !facts.criterionIds.includes(each.criterionId)))
    return refuse("observation.foreignCriterion");
  return facts.criterionIds.every((id) => rated.has(id)) ? allowed : refuse("calibration.incomplete");
}

/** Whether a round may be closed: at least two have rated, or there is nothing to compare. */
export function decideClosing(facts: {
  readonly state: CalibrationState;
  readonly answers: number;
}): Decision {
  return all(
    decideTransition("calibration", calibrationTransitions, facts.state, "closed"),
    facts.answers < 2 ? refuse("calibration.nobodyRated") : allowed,
  );
}
