import { create } from "xmlbuilder2";
import type { Buyer, InvoiceDocument, Seller } from "./document";
import { printedNumber } from "./document";
import { endpointOf, legalId, type SchemedId, vatNumber } from "./peppol";

const CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
const PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
const NAMESPACES = {
  invoice: "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
  credit_note: "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
} as const;
const CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
const CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
/** UNTDID 4461: to a bank account, and a payment that is not further described. Danish sellers may use 42 (DK-R-005, DK-R-006). */
const TO_BANK_ACCOUNT = "42";
const TO_CREDIT_ACCOUNT = "30";
/** UNECE Recommendation 20: one piece. */
const PIECE = "C62";

type Node = { readonly [name: string]: unknown };

const amount = (minor: number): string => (minor / 100).toFixed(2);
const sum = (name: string, minor: number, currency: string): Node => ({
  [`cbc:${name}`]: { "@currencyID": currency, "#": amount(minor) },
});
const schemed = (name: string, id: SchemedId | null): Node =>
  id === null ? {} : { [`cbc:${name}`]: { "@schemeID": id.schemeId, "#": id.id } };
const text = (name: string, value: string): Node => (value === "" ? {} : { [`cbc:${name}`]: value });
const country = (code: string): Node => ({ "cac:Country": { "cbc:IdentificationCode": code } });

function sellerParty(seller: Seller): Node {
  return {
    ...schemed("EndpointID", endpointOf(seller)),
    "cac:PartyName": { "cbc:Name": seller.name },
    "cac:PostalAddress": {
      ...text("StreetName", seller.street),
      ...text("CityName", seller.city),
      ...text("PostalZone", seller.postalCode),
      ...country(seller.country),
    },
    "cac:PartyTaxScheme": { "cbc:CompanyID": vatNumber(seller), "cac:TaxScheme": { "cbc:ID": "VAT" } },
    "cac:PartyLegalEntity": {
      "cbc:RegistrationName": seller.name,
      ...schemed("CompanyID", legalId(seller)),
    },
    "cac:Contact": { ...text("Name", seller.contactName), ...text("ElectronicMail", seller.contactEmail) },
  };
}

function buyerParty(buyer: Buyer): Node {
  return {
    ...schemed("EndpointID", endpointOf(buyer)),
    "cac:PartyName": { "cbc:Name": buyer.name },
    "cac:PostalAddress": country(buyer.country),
    "cac:PartyLegalEntity": { "cbc:RegistrationName": buyer.name, ...schemed("CompanyID", legalId(buyer)) },
  };
}

/** S is the standard rate, E exempt; a reason is asked for with E (BR-E-10). */
function taxCategory(vatPercent: number): Node {
  return {
    "cbc:ID": vatPercent === 0 ? "E" : "S",
    "cbc:Percent": String(vatPercent),
  };
}

const VAT_SCHEME: Node = { "cac:TaxScheme": { "cbc:ID": "VAT" } };

function taxTotal({ netMinor, vatMinor, vatPercent, currency }: InvoiceDocument, exemption: string): Node {
  return {
    ...sum("TaxAmount", vatMinor, currency),
    "cac:TaxSubtotal": {
      ...sum("TaxableAmount", netMinor, currency),
      ...sum("TaxAmount", vatMinor, currency),
      "cac:TaxCategory": {
        ...taxCategory(vatPercent),
        ...(vatPercent === 0 ? { "cbc:TaxExemptionReason": exemption } : {}),
        ...VAT_SCHEME,
      },
    },
  };
}

function totals({ netMinor, vatMinor, currency }: InvoiceDocument): Node {
  return {
    ...sum("LineExtensionAmount", netMinor, currency),
    ...sum("TaxExclusiveAmount", netMinor, currency),
    ...sum("TaxInclusiveAmount", netMinor + vatMinor, currency),
    ...sum("PayableAmount", netMinor + vatMinor, currency),
  };
}

function lineOf(document: InvoiceDocument, index: number): Node {
  const { kind, currency, vatPercent } = document;
  const line = document.lines[index] ?? { text: "", amountMinor: 0 };
  return {
    "cbc:ID": String(index + 1),
    [kind === "invoice" ? "cbc:InvoicedQuantity" : "cbc:CreditedQuantity"]: { "@unitCode": PIECE, "#": "1" },
    ...sum("LineExtensionAmount", line.amountMinor, currency),
    "cac:Item": {
      "cbc:Name": line.text,
      "cac:ClassifiedTaxCategory": { ...taxCategory(vatPercent), ...VAT_SCHEME },
    },
    "cac:Price": sum("PriceAmount", line.amountMinor, currency),
  };
}

function paymentMeans({ kind, dueOn, number, seller }: InvoiceDocument): Node {
  return {
    "cbc:PaymentMeansCode": seller.country === "DK" ? TO_BANK_ACCOUNT : TO_CREDIT_ACCOUNT,
    ...(kind === "credit_note" ? { "cbc:PaymentDueDate": dueOn } : {}),
    "cbc:PaymentID": printedNumber(number),
    "cac:PayeeFinancialAccount": {
      "cbc:ID": seller.bankAccount,
      "cac:FinancialInstitutionBranch": { "cbc:ID": seller.bankRegistration },
    },
  };
}

/** What stands before the parties; in the order of the schemas, which differs between the two kinds. */
function head(document: InvoiceDocument): Node {
  const { kind, number, issuedOn, dueOn, currency, buyer, credits } = document;
  return {
    "cbc:CustomizationID": CUSTOMIZATION,
    "cbc:ProfileID": PROFILE,
    "cbc:ID": printedNumber(number),
    "cbc:IssueDate": issuedOn,
    ...(kind === "invoice"
      ? { "cbc:DueDate": dueOn, "cbc:InvoiceTypeCode": "380" }
      : { "cbc:CreditNoteTypeCode": "381" }),
    "cbc:DocumentCurrencyCode": currency,
    "cbc:BuyerReference": buyer.reference,
    "cac:OrderReference": { "cbc:ID": buyer.reference },
    ...(credits.length > 0
      ? {
          "cac:BillingReference": credits.map((credited) => ({
            "cac:InvoiceDocumentReference": { "cbc:ID": printedNumber(credited) },
          })),
        }
      : {}),
  };
}

/**
 * A document as Peppol BIS Billing 3.0 (UBL 2.1), for an access point to send; in Denmark it converts it to OIOUBL. `exemption` says why
 * there is no VAT, where there is none. Only for documents that `decidePeppol` allows.
 */
export function ublOf(document: InvoiceDocument, exemption: string): string {
  const { kind, seller, buyer } = document;
  const [root, line] =
    kind === "invoice" ? (["Invoice", "InvoiceLine"] as const) : (["CreditNote", "CreditNoteLine"] as const);
  const content: Node = {
    [root]: {
      "@xmlns": NAMESPACES[kind],
      "@xmlns:cac": CAC,
      "@xmlns:cbc": CBC,
      ...head(document),
      "cac:AccountingSupplierParty": { "cac:Party": sellerParty(seller) },
      "cac:AccountingCustomerParty": { "cac:Party": buyerParty(buyer) },
      "cac:PaymentMeans": paymentMeans(document),
      "cac:TaxTotal": taxTotal(document, exemption),
      "cac:LegalMonetaryTotal": totals(document),
      [`cac:${line}`]: document.lines.map((_, index) => lineOf(document, index)),
    },
  };
  return create({ version: "1.0", encoding: "UTF-8" }, content).end({ prettyPrint: true });
}
