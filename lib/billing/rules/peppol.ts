import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { Buyer, Seller } from "./document";

/** A number with the list it is from (Peppol's code list of electronic address schemes, and ISO 6523). */
export type SchemedId = { readonly schemeId: string; readonly id: string };

/** ISO 6523: the Danish CVR register, and the Swedish register of organisations. GLN is 0088 everywhere. */
const REGISTERS: Readonly<Record<string, string>> = { DK: "0184", SE: "0007" };

/** A legal body's number in its country's register; null where it has none, or the register has no scheme here. */
export function legalId(party: Pick<Buyer, "country" | "registrationNumber">): SchemedId | null {
  const schemeId = REGISTERS[party.country];
  return schemeId && party.registrationNumber !== "" ? { schemeId, id: party.registrationNumber } : null;
}

/** Where electronic invoices for a party go: its GLN, else its number in the register; null where it has neither. */
export function endpointOf(party: Pick<Buyer, "country" | "registrationNumber" | "gln">): SchemedId | null {
  return party.gln === "" ? legalId(party) : { schemeId: "0088", id: party.gln };
}

/** A seller's VAT number, as their country writes it. */
export function vatNumber(seller: Pick<Seller, "country" | "registrationNumber">): string {
  return seller.country === "SE" ? `SE${seller.registrationNumber}01` : `DK${seller.registrationNumber}`;
}

/** Whether an invoice can be written as Peppol BIS Billing 3.0: both parties have an address, and the buyer gave a reference (PEPPOL-EN16931-R003). */
export function decidePeppol(
  seller: Pick<Seller, "country" | "registrationNumber" | "gln">,
  buyer: Buyer,
): Decision {
  if (buyer.isPerson) return refuse("billing.peppolPerson");
  if (legalId(seller) === null) return refuse("billing.peppolSeller");
  if (endpointOf(buyer) === null) return refuse("billing.peppolEndpoint");
  return buyer.reference === "" ? refuse("billing.peppolReference") : allowed;
}
