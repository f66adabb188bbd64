import "server-only";
import type { Db, Transaction } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import type { Buyer } from "../rules/document";
import type { Groupable } from "../rules/grouping";

/** What one line of a bill comes to, whether it is a seat of a cohort or a sum of an agreement. */
export type BillableLine = Groupable & {
  readonly buyer: Buyer;
  /** What the document says it is for. */
  readonly text: string;
  readonly subject: { readonly enrolmentId: string; readonly billId: string } | { readonly chargeId: string };
  /** Owed by now, in all. */
  readonly owedMinor: number;
  /** Invoiced so far, credits taken off. `dueMinor` is the difference: above zero to be invoiced, below to be credited. */
  readonly invoicedMinor: number;
};

/** What documents are made of: the seats of a cohort, or the sums of an agreement. */
export type Billable<Line extends BillableLine = BillableLine> = {
  readonly subject: { readonly cohortId: string } | { readonly agreementId: string };
  readonly providerId: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly lines: readonly Line[];
};

/** The columns of an organisation that its bills need. */
export const buyerColumns = {
  country: true,
  registrationNumber: true,
  gln: true,
  names: namesSelect,
} as const;

type BuyerColumns = {
  readonly country: string;
  readonly registrationNumber: string | null;
  readonly gln: string | null;
  readonly names: Parameters<typeof nameAt>[0];
};

/** An organisation as a bill names it on `today`: its own GLN where the bill has none. `name` stands in where no name holds. */
export function organisationAsBuyer(
  organisation: BuyerColumns | null,
  bill: { readonly payerGln: string; readonly payerReference: string },
  today: string,
  name = "",
): Buyer {
  return {
    name: (organisation && nameAt(organisation.names, today)?.name) ?? name,
    isPerson: false,
    country: organisation?.country ?? "DK",
    registrationNumber: organisation?.registrationNumber ?? "",
    gln: bill.payerGln || (organisation?.gln ?? ""),
    reference: bill.payerReference,
  };
}

/** What was invoiced so far, credits taken off, and the numbers of the invoices that did. */
export type SoFar = { readonly minor: number; readonly invoices: readonly number[] };

/** What was invoiced so far for each seat's bill (`billId`) or each sum (`chargeId`) of `ids`. One statement. */
export async function invoicedSoFar(
  db: Db | Transaction,
  column: "billId" | "chargeId",
  ids: readonly string[],
): Promise<(id: string) => SoFar> {
  const lines = await db.invoiceLine.findMany({
    where: { [column]: { in: [...ids] } },
    select: {
      billId: true,
      chargeId: true,
      amountMinor: true,
      invoice: { select: { kind: true, number: true } },
    },
  });
  const sums = new Map<string, SoFar>();
  for (const { amountMinor, invoice, ...line } of lines) {
    const id = line[column] ?? "";
    const so = sums.get(id) ?? { minor: 0, invoices: [] };
    const isInvoice = invoice.kind === "invoice";
    sums.set(id, {
      minor: so.minor + (isInvoice ? amountMinor : -amountMinor),
      invoices: isInvoice ? [...so.invoices, invoice.number] : so.invoices,
    });
  }
  return (id) => sums.get(id) ?? { minor: 0, invoices: [] };
}
