import { decideImpartial, type Involvement } from "../../certification/rules/impartiality.ts";
import { all, allowed, type Decision, refuse } from "../../core/decision.ts";
import { hashOf, sha256 } from "../../core/hash.ts";
import { decideTransition } from "../../core/transitions.ts";
import type { CaseReviewState } from "../../db/generated/enums.ts";
import { caseReviewTransitions } from "./transitions.ts";

/** What is drawn: decisions made from one day to another (`2026-05-13`, both included), and how many per cent of them. */
export type DrawWish = { readonly fromDay: string; readonly toDay: string; readonly percent: number };

/** Whether a sample may be drawn: of a period that is over, so that its decisions are all there, and not of nothing. */
export function decideDrawing(wish: DrawWish, population: number, today: string): Decision {
  if (wish.fromDay > wish.toDay) return refuse("review.periodBackwards", undefined, "toDay");
  if (wish.toDay >= today) return refuse("review.periodNotOver", undefined, "toDay");
  return population === 0 ? refuse("review.nothingDecided", undefined, "fromDay") : allowed;
}

/** Drawn ids, and what the population was: SHA-256 over its ids in order. */
export type Draw = { readonly drawn: readonly string[]; readonly populationHash: string };

/**
 * A random share of `population`, at least one of it: those ids whose SHA-256 with the seed is lowest. Whoever has the seed and the
 * ids finds the same ones, in whatever order the ids are given (ISO/IEC 17024 9.3.3: records show how it was done).
 */
export function drawShare(population: readonly string[], percent: number, seed: string): Draw {
  const ids = [...new Set(population)].sort();
  const ranked = ids
    .map((id) => ({ id, rank: sha256(`${seed} ${id}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const count = Math.ceil((ids.length * percent) / 100);
  return { drawn: ranked.slice(0, count).map(({ id }) => id), populationHash: hashOf(ids) };
}

/** Whether a second look may be given to somebody: until it is written, and to somebody who took no part in the case. */
export function decideAssigning(state: CaseReviewState, reviewerBarred: boolean): Decision {
  if (state === "reviewed") return refuse("review.written");
  return reviewerBarred ? refuse("review.reviewerInvolved", undefined, "reviewerId") : allowed;
}

/** What a second look is judged by when it is written. */
export type ReviewFacts = {
  readonly state: CaseReviewState;
  readonly reviewerId: string | null;
  readonly personId: string;
  /** Of the one who writes, in the case as it is now. */
  readonly involvement: Involvement;
};

/** Whether somebody may write a second look: whoever it was given to, once, and while nothing stands between them and the case. */
export function decideReviewing(facts: ReviewFacts, reasons: string): Decision {
  if (facts.state === "reviewed") return refuse("review.written");
  if (facts.reviewerId !== facts.personId) return refuse("review.notYours");
  return all(
    decideTransition("review", caseReviewTransitions, facts.state, "reviewed"),
    decideImpartial("review", facts.involvement),
    reasons.trim() === "" ? refuse("review.reasons", undefined, "reasons") : allowed,
  );
}
