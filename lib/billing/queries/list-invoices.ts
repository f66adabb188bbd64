import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { visibleInvoices } from "../facts/visible-invoices";
import type { Parties } from "../rules/document";
import { decidePeppol } from "../rules/peppol";

export type InvoiceRow = Awaited<ReturnType<typeof listInvoices>>[number];

/** The invoices and credit notes made for a cohort's seats or for an agreement's sums, the latest first. */
export async function listInvoices(
  acting: Acting,
  subject: { readonly cohortId: string } | { readonly agreementId: string },
) {
  const rows = await database().invoice.findMany({
    where: { AND: [subject, visibleInvoices(acting)] },
    orderBy: { number: "desc" },
    select: {
      id: true,
      kind: true,
      number: true,
      issuedOn: true,
      dueOn: true,
      currency: true,
      netMinor: true,
      vatMinor: true,
      parties: true,
      _count: { select: { lines: true } },
    },
  });
  return rows.map(({ parties, _count, ...row }) => {
    // Written by issueInvoices; JSON has no types.
    const { buyer, seller } = parties as unknown as Parties;
    return { ...row, buyer, lines: _count.lines, hasPeppol: decidePeppol(seller, buyer).ok };
  });
}
