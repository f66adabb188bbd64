import { civilDay } from "../../core/dates.ts";
import { all, allow, allowed, type Decision, refuse } from "../../core/decision.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { CaseOutcome, CaseState } from "../../db/generated/enums.ts";
import { decideImpartial, type Involvement } from "./impartiality.ts";
import { type Consequence, consequenceOf } from "./release.ts";
import { caseTransitions } from "./transitions.ts";

/** Weeks from the release within which an appeal is received. */
export const APPEAL_WEEKS = 4;
const WEEK_MS = 7 * 86_400_000;

/** The last moment for an appeal against what was released at `releasedAt`. */
export function appealDueAt(releasedAt: Date): Date {
  return new Date(releasedAt.getTime() + APPEAL_WEEKS * WEEK_MS);
}

/** What an appeal is judged by. */
export type AppealFacts = {
  readonly state: CaseState;
  readonly outcome: CaseOutcome | null;
  readonly releasedAt: Date | null;
};

/** Until when an appeal against what was decided is received; null where there is nothing that it could be against. */
export function appealableUntil({ state, outcome, releasedAt }: AppealFacts): Date | null {
  if (state !== "released" || outcome !== "not_certified" || releasedAt === null) return null;
  return appealDueAt(releasedAt);
}

/**
 * Whether the participant may appeal: against a released refusal, once, within four weeks. A certificate leaves nothing to
 * appeal, and a repeat settles nothing yet: it is appealed with the decision that ends the case.
 */
export function decideFilingAppeal(facts: AppealFacts, now: Date): Decision {
  if (facts.state === "appealed") return refuse("case.alreadyAppealed");
  const until = appealableUntil(facts);
  if (until === null) return refuse("case.nothingToAppeal");
  if (now > until) return refuse("case.appealTooLate", { weeks: APPEAL_WEEKS });
  return decideTransition("case", caseTransitions, facts.state, "appealed");
}

/** How an appeal ends: the decision stands, or it is changed to another outcome. */
export type AppealVerdict = {
  readonly changedTo: CaseOutcome | null;
  readonly reasons: string;
  /** For a change to a repeat: the last day for new evidence. */
  readonly repeatDueOn: string | null;
};

/** Whether the evidence can be judged anew: nobody is, by a text that was changed past the application. */
export function decideAppealable(altered: number): Decision {
  return altered === 0 ? allowed : refuse("case.appealEvidenceAltered", { count: altered });
}

/**
 * Whether this person may decide the appeal this way, and what follows. It may better what was decided and never worsen
 * it. That requirements are unmet is no bar here: whether they are is what the appeal is about, and the reasons say it.
 */
export function decideAppeal(
  facts: { readonly state: CaseState; readonly involvement: Involvement; readonly altered: number },
  verdict: AppealVerdict,
  now: Date,
): Decision<Consequence> {
  if (facts.state !== "appealed")
    return refuse(facts.state === "released" ? "case.noAppeal" : "case.appealDecided");
  const to: CaseState = verdict.changedTo === null ? "upheld" : "changed";
  const may = all(
    decideTransition("case", caseTransitions, facts.state, to),
    decideImpartial("appeal", facts.involvement),
    decideAppealable(facts.altered),
    verdict.changedTo === "not_certified" ? refuse("case.appealSame", undefined, "changedTo") : allowed,
    verdict.reasons.trim() === "" ? refuse("case.appealReasons", undefined, "reasons") : allowed,
    verdict.changedTo === "repeat_requested" &&
      (verdict.repeatDueOn === null || verdict.repeatDueOn <= civilDay(now))
      ? refuse("case.repeatDue", undefined, "repeatDueOn")
      : allowed,
  );
  return may.ok ? allow(verdict.changedTo === null ? "none" : consequenceOf(verdict.changedTo)) : may;
}
