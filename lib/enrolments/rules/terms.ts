import type { PayerKind } from "@/lib/db/generated/enums";

/** What leaving costs, as the programme version says it. */
export type LeavingTerms = {
  /** Leaving at least so many days before the first day is free. */
  readonly cancelFreeDays: number;
  /** What is owed after that until the first day, 0–100. */
  readonly cancelLatePercent: number;
  /** What is owed from the first day on, 0–100. */
  readonly cancelStartedPercent: number;
};

/** What decides whether a person's seat has a price. */
export type PriceFacts = { readonly priceMinor: number | null; readonly payer: PayerKind };

const DAY_MS = 86_400_000;
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Whether a seat is billed to whoever sits on it or their organisation: it has a price, and no agreement pays it. */
export function isBilled({ priceMinor, payer }: PriceFacts): boolean {
  return priceMinor !== null && priceMinor > 0 && payer !== "agreement";
}

/** One stretch of time, with what leaving in it costs: until the end of `lastDay`; null for the last stretch, which has no end. */
export type LeavingStep = { readonly lastDay: string | null; readonly percent: number };

/** What leaving costs when, in order, for a cohort whose first day is `startsOn` (`2026-05-13`). Stretches that cost the same are one. */
export function leavingSteps(terms: LeavingTerms, startsOn: string): LeavingStep[] {
  const eve = shifted(startsOn, -1);
  const free = shifted(startsOn, -Math.max(1, terms.cancelFreeDays));
  const steps: LeavingStep[] = [
    { lastDay: free, percent: 0 },
    ...(free < eve ? [{ lastDay: eve, percent: terms.cancelLatePercent }] : []),
    { lastDay: null, percent: terms.cancelStartedPercent },
  ];
  return steps.filter((step, index) => steps[index + 1]?.percent !== step.percent);
}

/** What is owed of the price, in percent, by whoever leaves on `today` (a calendar day in the cohort's zone). */
export function owedOnLeaving(terms: LeavingTerms, startsOn: string, today: string): number {
  const step = leavingSteps(terms, startsOn).find(({ lastDay }) => lastDay === null || today <= lastDay);
  return step?.percent ?? terms.cancelStartedPercent;
}
