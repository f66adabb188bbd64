import { allowed, type Decision, refuse } from "../../core/decision.ts";
import type { ObservationState } from "../../db/generated/enums.ts";
import { MOST_FILES } from "./limits.ts";

/** What is known of an observation that a file is to be put beside, or taken from. */
export type AttachingFacts = {
  readonly state: ObservationState;
  readonly files: number;
  /** The criteria of its framework version. */
  readonly criteria: readonly { readonly id: string }[];
};

/** Whether a file may be put beside an observation: while it is a draft, of a criterion of its own framework or (null) of all of it. */
export function decideAttachment(facts: AttachingFacts, criterionId: string | null): Decision {
  if (facts.state !== "draft") return refuse("observation.frozen");
  if (criterionId !== null && !facts.criteria.some((criterion) => criterion.id === criterionId))
    return refuse("observation.foreignCriterion");
  if (facts.files >= MOST_FILES) return refuse("observation.tooManyFiles", { most: MOST_FILES });
  return allowed;
}

/** Whether a file may be taken from an observation: while it is a draft. */
export function decideDetachment({ state }: Pick<AttachingFacts, "state">): Decision {
  return state === "draft" ? allowed : refuse("observation.frozen");
}
