import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { translatorFor } from "@/lib/i18n/translator";
import { visibleInvoices } from "../facts/visible-invoices";
import { type Parties, printedNumber } from "../rules/document";
import { decidePeppol } from "../rules/peppol";
import { ublOf } from "../rules/ubl";

const day = (date: Date) => date.toISOString().slice(0, 10);

/** A document of a cohort or an agreement that the acting person may bill, as a Peppol file; null where there is none, or it cannot be one. */
export async function getInvoiceFile(
  acting: Acting,
  invoiceId: string,
): Promise<{ readonly name: string; readonly xml: string } | null> {
  const invoice = await database().invoice.findFirst({
    where: { AND: [{ id: invoiceId }, visibleInvoices(acting)] },
    select: {
      kind: true,
      number: true,
      issuedOn: true,
      dueOn: true,
      currency: true,
      vatPercent: true,
      netMinor: true,
      vatMinor: true,
      parties: true,
      lines: { orderBy: { position: "asc" }, select: { text: true, amountMinor: true } },
    },
  });
  if (!invoice) return null;
  // Written by issueInvoices; JSON has no types.
  const parties = invoice.parties as unknown as Parties;
  if (!decidePeppol(parties.seller, parties.buyer).ok) return null;
  const say = await translatorFor(parties.seller.country === "SE" ? "sv" : "da", "billing");
  const document = { ...invoice, ...parties, issuedOn: day(invoice.issuedOn), dueOn: day(invoice.dueOn) };
  return { name: `${printedNumber(invoice.number)}.xml`, xml: ublOf(document, say("exemption")) };
}
