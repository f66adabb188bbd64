import type { CaseOutcome } from "../../db/generated/enums.ts";

const DAY_MS = 86_400_000;

/** The periods that the register can be narrowed to, in days back from now. */
export const registerPeriods = ["90", "365"] as const;

/** Since when a period counts; null for everything, which is also what an unknown one means. */
export function sinceOf(period: string | undefined, now: Date): Date | null {
  const days = registerPeriods.find((each) => each === period);
  return days ? new Date(now.getTime() - Number(days) * DAY_MS) : null;
}

/** What became of a decision that was appealed against. */
export type AppealStanding = "none" | "open" | "upheld" | "changed";

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
  /** Complaints about how cases were handled, and how many of them were founded. */
  readonly complaints: number;
  readonly foundedComplaints: number;
  /** Cases that ended without a decision, because the person left. */
  readonly discontinued: number;
  /** Second looks at the period's decisions that were written, and how many of them disagreed. */
  readonly reviews: number;
  readonly disagreements: number;
};

/** Whole days between two instants, never negative. */
export function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / DAY_MS));
}

/** Below this many compared ratings no share is shown: it would say more of chance than of the assessor. */
export const MIN_COMPARED = 20;

/** How often an assessor rated as the other of a pair did; `share` is null below `MIN_COMPARED` ratings. */
export type PairAgreement = {
  readonly compared: number;
  readonly equal: number;
  readonly share: number | null;
};

/** Agreement over criteria that both of a pair rated, each blind. */
export function pairAgreement(compared: number, equal: number): PairAgreement {
  return { compared, equal, share: compared < MIN_COMPARED ? null : equal / compared };
}
