import type { CaseOutcome, Rating } from "../../db/generated/enums.ts";

const DAY_MS = 86_400_000;

/** A decision as the register counts it. */
export type CountedDecision = {
  readonly outcome: CaseOutcome;
  /** When the round's evidence began to be gathered: the case's opening. */
  readonly openedAt: Date;
  readonly recommendedAt: Date | null;
  readonly decidedAt: Date;
  readonly releasedAt: Date | null;
  /** A waived requirement in the same round. */
  readonly exceptions: number;
  readonly appeal: "none" | "open" | "upheld" | "changed";
  readonly certificateRevoked: boolean;
};

/** The figures of a period. Days are medians of whole days; null where there is nothing to measure. */
export type RegisterFigures = {
  readonly decisions: number;
  readonly byOutcome: Readonly<Record<CaseOutcome, number>>;
  readonly daysToDecision: number | null;
  readonly daysToRelease: number | null;
  readonly exceptions: number;
  readonly appeals: number;
  /** Appeals that changed the decision, and certificates that were revoked. */
  readonly reversals: number;
};

/** Whole days between two instants, never negative. */
export function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / DAY_MS));
}

/** The middle of numbers, the mean of the two middle ones where there is none; null of nothing. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** What the decisions of a period add up to. */
export function registerFigures(decisions: readonly CountedDecision[]): RegisterFigures {
  const count = (outcome: CaseOutcome) => decisions.filter((each) => each.outcome === outcome).length;
  return {
    decisions: decisions.length,
    byOutcome: {
      certified: count("certified"),
      repeat_requested: count("repeat_requested"),
      not_certified: count("not_certified"),
    },
    daysToDecision: median(
      decisions.flatMap(({ recommendedAt, decidedAt }) =>
        recommendedAt ? [daysBetween(recommendedAt, decidedAt)] : [],
      ),
    ),
    daysToRelease: median(
      decisions.flatMap(({ decidedAt, releasedAt }) =>
        releasedAt ? [daysBetween(decidedAt, releasedAt)] : [],
      ),
    ),
    exceptions: decisions.reduce((sum, each) => sum + each.exceptions, 0),
    appeals: decisions.filter((each) => each.appeal !== "none").length,
    reversals: decisions.filter((each) => each.appeal === "changed" || each.certificateRevoked).length,
  };
}

/** What one of a pair rated, by criterion. */
export type BlindRatings = ReadonlyMap<string, Rating>;

/** Below this many compared ratings no share is shown: it would say more of chance than of the assessor. */
export const MIN_COMPARED = 20;

/** How often an assessor rated as the other of a pair did; `share` is null below `MIN_COMPARED` ratings. */
export type PairAgreement = {
  readonly compared: number;
  readonly equal: number;
  readonly share: number | null;
};

/** Agreement over pairs that were written blind: criteria both rated, and how many the same. */
export function pairAgreement(pairs: readonly (readonly [BlindRatings, BlindRatings])[]): PairAgreement {
  let compared = 0;
  let equal = 0;
  for (const [one, other] of pairs)
    for (const [criterion, rating] of one) {
      const theirs = other.get(criterion);
      if (theirs === undefined) continue;
      compared++;
      if (theirs === rating) equal++;
    }
  return { compared, equal, share: compared < MIN_COMPARED ? null : equal / compared };
}
