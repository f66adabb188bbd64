import type { InvoiceKind } from "@/lib/db/generated/enums";

/** A seller as an invoice names them, frozen with it. */
export type Seller = {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly registrationNumber: string;
  readonly gln: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly bankRegistration: string;
  readonly bankAccount: string;
  readonly contactName: string;
  readonly contactEmail: string;
};

/** A buyer as an invoice names them: an organisation, or a person who pays for themself (`isPerson`). */
export type Buyer = {
  readonly name: string;
  readonly isPerson: boolean;
  readonly country: string;
  readonly registrationNumber: string;
  readonly gln: string;
  /** The requisition number, or whatever the buyer asked to see on the invoice. */
  readonly reference: string;
};

/** What the column `parties` holds. */
export type Parties = {
  readonly seller: Seller;
  readonly buyer: Buyer;
  /** Of a credit note: the numbers of the invoices it gives back from. */
  readonly credits: readonly number[];
};

/** An invoice or credit note, whole. Sums in minor units, never negative. */
export type InvoiceDocument = Parties & {
  readonly kind: InvoiceKind;
  readonly number: number;
  /** Calendar days, `2026-05-13`. */
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly currency: string;
  readonly vatPercent: number;
  readonly netMinor: number;
  readonly vatMinor: number;
  readonly lines: readonly { readonly text: string; readonly amountMinor: number }[];
};

/** A document's number as it is printed: `F-00042`; invoices and credit notes share one row of numbers. */
export function printedNumber(number: number): string {
  return `F-${String(number).padStart(5, "0")}`;
}
