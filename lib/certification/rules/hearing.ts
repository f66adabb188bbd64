import { all, allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { CaseState } from "../../db/generated/enums.ts";
import { type DecisionFacts, decideSameEvidence } from "./decision.ts";
import { decideImpartial } from "./impartiality.ts";
import { caseTransitions } from "./transitions.ts";

/** The participant gets at least this long to answer (good administrative practice; the law says "a deadline", § 19). */
export const MIN_HEARING_DAYS = 14;
const DAY_MS = 86_400_000;

/** Whether this person may open a hearing that ends at `dueAt`. */
export function decideOpeningHearing(facts: DecisionFacts, dueAt: Date, now: Date): Decision {
  if (facts.state === "discontinued") return refuse("case.discontinued");
  if (facts.state === "hearing") return refuse("case.hearingOpen");
  if (facts.state !== "recommended") return refuse("case.notRecommended");
  const may = all(
    decideTransition("case", caseTransitions, facts.state, "hearing"),
    decideImpartial("hear", facts.involvement),
    decideSameEvidence(facts),
  );
  if (!may.ok) return may;
  // The form gives a day, which ends at midnight: the fourteenth day counts as whole.
  const enough = dueAt.getTime() - now.getTime() >= (MIN_HEARING_DAYS - 1) * DAY_MS;
  return enough ? allowed : refuse("case.hearingTooShort", { days: MIN_HEARING_DAYS }, "dueOn");
}

/** Whether the participant may still answer: once, while the hearing is open, until its last moment. */
export function decideStatement(
  state: CaseState,
  hearing: { readonly dueAt: Date; readonly statementAt: Date | null } | null,
  now: Date,
): Decision {
  if (!hearing || state !== "hearing") return refuse("case.noHearing");
  if (hearing.statementAt !== null) return refuse("case.statementGiven");
  return hearing.dueAt >= now ? allowed : refuse("case.hearingOver");
}
