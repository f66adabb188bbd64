import { all, allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { CaseState } from "../../db/generated/enums.ts";
import { responseDeadline } from "../../observations/rules/response.ts";
import { type DecisionFacts, decideSameEvidence } from "./decision.ts";
import { decideImpartial } from "./impartiality.ts";
import { caseTransitions } from "./transitions.ts";

/** The participant gets at least this long to answer (good administrative practice; the law says "a deadline", § 19). */
export const MIN_HEARING_DAYS = 14;

/** Whether this person may open a hearing that ends at `dueAt`; days are those of `zone`, and the day of the opening is none of them. */
export function decideOpeningHearing(facts: DecisionFacts, dueAt: Date, now: Date, zone: string): Decision {
  if (facts.state === "discontinued") return refuse("case.discontinued");
  if (facts.state === "hearing") return refuse("case.hearingOpen");
  if (facts.state !== "recommended") return refuse("case.notRecommended");
  const may = all(
    decideTransition("case", caseTransitions, facts.state, "hearing"),
    decideImpartial("hear", facts.involvement),
    decideSameEvidence(facts),
  );
  if (!may.ok) return may;
  const enough = dueAt >= responseDeadline(now, MIN_HEARING_DAYS, zone);
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
