import { allow, allowed, type Decision, refuse } from "../../core/decision.ts";
import type { FrameworkVersionState } from "../../db/generated/enums.ts";
import type { CriterionContent, SchemeRules } from "./content.ts";

/** The most criteria that a framework has. */
export const MOST_CRITERIA = 40;

/** Whether a version may be written on: only a draft. */
export function decideEditing(state: FrameworkVersionState): Decision {
  return state === "draft" ? allowed : refuse("framework.frozen");
}

/** Whether the next version may be begun: one draft at a time. */
export function decideNextDraft(states: readonly FrameworkVersionState[]): Decision {
  return states.includes("draft") ? refuse("framework.draftExists") : allowed;
}

/** Whether what a version asks for can be met at all. */
export function decideSchemeRules(rules: SchemeRules): Decision {
  return rules.minAssessors > rules.minObservations
    ? refuse("framework.moreAssessors", undefined, "minAssessors")
    : allowed;
}

type Known = Pick<CriterionContent, "code" | "stableKey">;

/** Whether `code` is free for a criterion (`own`: its present code, when it is there already). */
export function decideCode(code: string, others: readonly Known[], own?: string): Decision {
  return code !== own && others.some((each) => each.code === code)
    ? refuse("framework.codeTaken", undefined, "code")
    : allowed;
}

/** What is known when a criterion is to be added. */
export type NewCriterion = {
  readonly code: string;
  /** The criterion of an earlier version that it continues; empty for a new one. */
  readonly continues: string;
  /** A key made of its name, for a new one. */
  readonly ownKey: string;
  /** The criteria that the draft has. */
  readonly others: readonly Known[];
  /** The keys that criteria of the framework's versions have ever had. */
  readonly everUsed: readonly string[];
};

function freshKey(wanted: string, everUsed: readonly string[]): string {
  const base = wanted || "criterion";
  let key = base;
  for (let count = 2; everUsed.includes(key); count++) key = `${base}-${count}`;
  return key;
}

/**
 * Whether a criterion may be added, and under which key. One that continues an earlier criterion takes over its key, so that
 * versions can be compared; a new one never takes a key that meant something else before.
 */
export function decideNewCriterion(wish: NewCriterion): Decision<{ readonly stableKey: string }> {
  if (wish.others.length >= MOST_CRITERIA)
    return refuse("framework.tooManyCriteria", { count: MOST_CRITERIA });
  const code = decideCode(wish.code, wish.others);
  if (!code.ok) return code;
  if (wish.continues === "") return allow({ stableKey: freshKey(wish.ownKey, wish.everUsed) });
  const taken = wish.others.some((each) => each.stableKey === wish.continues);
  return taken || !wish.everUsed.includes(wish.continues)
    ? refuse("framework.cannotContinue", undefined, "continues")
    : allow({ stableKey: wish.continues });
}

/** Whether a criterion may be taken out of a draft: never the last. */
export function decideRemoving(criteria: number): Decision {
  return criteria <= 1 ? refuse("framework.oneCriterionAtLeast") : allowed;
}
