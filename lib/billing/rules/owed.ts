import type { EnrolmentState } from "@/lib/db/generated/enums";
import { isBilled, type PriceFacts } from "@/lib/enrolments/rules/terms";

/** A seat as far as its bill goes. */
export type BilledSeat = PriceFacts & {
  readonly state: EnrolmentState;
  /** Of whoever has left: what is owed of the price. */
  readonly owedPercent: number | null;
};

/** Whether the bill of a seat is carried on by another enrolment: a substitute, or another cohort. */
export function isCarriedOn(state: EnrolmentState): boolean {
  return state === "substituted" || state === "transferred";
}

/** What is owed for a seat in all, in minor units without VAT: its price, a share of it after leaving, nothing where the bill went on. */
export function owedFor(seat: BilledSeat): number {
  if (!isBilled(seat) || isCarriedOn(seat.state)) return 0;
  const price = seat.priceMinor ?? 0;
  return seat.state === "withdrawn" ? Math.round((price * (seat.owedPercent ?? 0)) / 100) : price;
}

/** The VAT on a sum, in minor units, rounded half up. */
export function vatOn(netMinor: number, vatPercent: number): number {
  return Math.round((netMinor * vatPercent) / 100);
}
