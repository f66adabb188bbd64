import { allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { EnrolmentState, ParticipantRole, PracticeProjectState } from "../../db/generated/enums.ts";
import { projectTransitions } from "./transitions.ts";

/** What is known of a participation that a project belongs to. */
export type ProjectOwner = { readonly state: EnrolmentState; readonly participantRole: ParticipantRole };

/** Practice goes on when teaching has ended: who completed the cohort still concludes their project. */
const MAY_WRITE: readonly EnrolmentState[] = ["reserved", "active", "completed"];

/** Whether somebody who takes part in this way has a practice project: whoever is in, guests excepted. */
export function decideMayHaveProject(owner: ProjectOwner): Decision {
  if (owner.participantRole === "guest") return refuse("project.guest");
  return MAY_WRITE.includes(owner.state) ? allowed : refuse("project.notTakingPart");
}

/** Whether a project may be proposed: where there is none, or the one there was is abandoned, whose place it takes. */
export function decideProposing(inForce: PracticeProjectState | null): Decision {
  return inForce === null || inForce === "abandoned" ? allowed : refuse("project.exists");
}

/**
 * Whether the words of a project may be changed. What was agreed on, its title and task, is fixed from then on; how it is done
 * goes on being told until it ends.
 */
export function decideProjectEdit(state: PracticeProjectState, changesAgreement: boolean): Decision {
  if (state === "concluded" || state === "abandoned") return refuse("project.ended");
  return changesAgreement && state !== "proposed"
    ? refuse("project.agreedFixed", undefined, "task")
    : allowed;
}

/** Whether a project may be concluded: it is under way, and its owner tells what came of it. */
export function decideConclusion(state: PracticeProjectState, outcome: string): Decision {
  const move = decideTransition("project", projectTransitions, state, "concluded");
  if (!move.ok) return move;
  return outcome.trim() === "" ? refuse("project.outcomeMissing", undefined, "outcome") : allowed;
}
