import type { Transitions } from "../../core/transitions.ts";
import type { CaseState, ComplaintState } from "../../db/generated/enums.ts";

/**
 * The moves of a case (domain.md). `collecting` after `recommended` or `hearing` is a reopening on changed evidence;
 * after `released` and `changed` it is the next round of a repeat; after these and `upheld` a recertification, where a certificate stands. A case whose person leaves before it is decided is
 * `discontinued`: whoever comes back is enrolled anew and has a new case. A pause does not end one.
 */
export const caseTransitions: Transitions<CaseState> = {
  collecting: ["ready", "discontinued"],
  ready: ["recommended", "collecting", "discontinued"],
  recommended: ["hearing", "decided", "collecting", "discontinued"],
  hearing: ["decided", "collecting", "discontinued"],
  decided: ["released"],
  released: ["appealed", "collecting"],
  appealed: ["upheld", "changed"],
  upheld: ["collecting"],
  changed: ["collecting"],
  discontinued: [],
};

/** The moves of a complaint about the handling of a case. */
export const caseComplaintTransitions: Transitions<ComplaintState> = {
  received: ["founded", "unfounded"],
  founded: [],
  unfounded: [],
};

/** States in which evidence is weighed and nothing is decided yet. */
export const undecidedStates = [
  "collecting",
  "ready",
  "recommended",
  "hearing",
] as const satisfies CaseState[];

/** States in which the participant has been told the outcome of the current round. */
const toldStates: readonly CaseState[] = ["released", "appealed", "upheld", "changed"];

/**
 * Whether the decision of `decisionRound` has been released to the participant. A round only rises after a release, or
 * where nothing was decided in it, so every decision of an earlier round is known to them.
 */
export function isReleased(state: CaseState, caseRound: number, decisionRound: number): boolean {
  return decisionRound < caseRound || (decisionRound === caseRound && toldStates.includes(state));
}
