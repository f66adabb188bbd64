import { allow, type Decision, refuse } from "../../core/decision.ts";
import type { CaseState } from "../../db/generated/enums.ts";
import type { Evaluation } from "./requirements.ts";

/**
 * Where a case belongs after its evidence changed: `collecting` becomes `ready` when every requirement is met or excepted,
 * and the other way round. A case that was taken up because its time had run out stays ready. Every other state stays.
 */
export function stateByEvidence(state: CaseState, evaluation: Evaluation): CaseState {
  if (state === "collecting" && evaluation.complete) return "ready";
  if (state === "ready" && !evaluation.complete && !evaluation.windowClosed) return "collecting";
  return state;
}

/**
 * Whether a case that lacks something may be taken up for a decision on what there is: once the time for evidence is over.
 * It can then not end in a certificate (`decideOutcome`), but the participant is entitled to an answer.
 */
export function decideTakingUp(state: CaseState, evaluation: Evaluation): Decision<CaseState> {
  if (state === "discontinued") return refuse("case.discontinued");
  if (state !== "collecting") return refuse("case.notCollecting");
  if (!evaluation.windowClosed) return refuse("case.windowOpen", { days: evaluation.daysLeft ?? 0 });
  return allow("ready");
}
