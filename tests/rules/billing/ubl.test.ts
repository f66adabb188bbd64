/**
 * Invoices against rules written by others: the Schematron of EN 16931 (CEN, EUPL 1.2; tests/fixtures/en16931), run by an XPath engine that is
 * not ours either. Peppol's own file has no licence to copy it under: where `PRAKSIS_PEPPOL_SCH` names it, it is checked too, with
 * the Danish rules in it (docs/decisions/2026-11-22-invoices-are-files.md). Where `PRAKSIS_UBL_XSD` names the folder `xsd` of OASIS UBL 2.1,
 * xmllint checks the order and the types of the elements, of which Schematron knows nothing.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { InvoiceDocument } from "@/lib/billing/rules/document";
import { decidePeppol } from "@/lib/billing/rules/peppol";
import { ublOf } from "@/lib/billing/rules/ubl";
import { checkSchematron } from "../../setup/schematron";
import { creditNote, invoice } from "./documents";

const EN16931 = join(import.meta.dirname, "../../fixtures/en16931/CEN-EN16931-UBL.sch");
const XSD = process.env.PRAKSIS_UBL_XSD;
const PEPPOL = process.env.PRAKSIS_PEPPOL_SCH;
const EXEMPTION = "Momsfri undervisning";
const exempt = (document: InvoiceDocument): InvoiceDocument => ({ ...document, vatPercent: 0, vatMinor: 0 });
const byCvr: InvoiceDocument = { ...invoice, buyer: { ...invoice.buyer, gln: "" } };
const swedish: InvoiceDocument = {
  ...invoice,
  currency: "SEK",
  seller: { ...invoice.seller, country: "SE", registrationNumber: "2120000142", gln: "" },
  buyer: { ...invoice.buyer, country: "SE", registrationNumber: "2120000357", gln: "" },
};

/** A sum of an agreement: one line, of more than a seat costs. */
const lumpSum: InvoiceDocument = {
  ...exempt(invoice),
  netMinor: 19_500_000,
  lines: [
    { text: "Innovationsakademi for Aadal, Klitborg og Søndermark: Første rate", amountMinor: 19_500_000 },
  ],
};

const documents: [string, InvoiceDocument][] = [
  ["an invoice", invoice],
  ["a credit note", creditNote],
  ["an invoice without VAT", exempt(invoice)],
  ["a credit note without VAT", exempt(creditNote)],
  ["a buyer without a GLN", byCvr],
  ["a Swedish one", swedish],
  ["a sum of an agreement", lumpSum],
];

describe("EN 16931", () => {
  it.each(documents)("is kept by %s", (_name, document) => {
    const report = checkSchematron(EN16931, ublOf(document, EXEMPTION));
    expect(report.broken).toEqual([]);
    expect(report.fired).toBeGreaterThan(100);
  });

  it("is broken by sums that do not add up, and by a missing reason for no VAT", () => {
    const wrong = ublOf({ ...invoice, netMinor: 1 }, EXEMPTION);
    expect(checkSchematron(EN16931, wrong).broken.map((each) => each.id)).toContain("BR-CO-10");
    const silent = ublOf(exempt(invoice), "").replace(/<cbc:TaxExemptionReason\/>/, "");
    expect(checkSchematron(EN16931, silent).broken.map((each) => each.id)).toContain("BR-E-10");
  });
});

/** What xmllint says of a document by the schema of its kind: empty where it is valid. */
function schemaErrors(kind: InvoiceDocument["kind"], xml: string): string {
  const schema = join(
    XSD ?? "",
    "maindoc",
    kind === "invoice" ? "UBL-Invoice-2.1.xsd" : "UBL-CreditNote-2.1.xsd",
  );
  const { status, stderr, error } = spawnSync("xmllint", ["--nonet", "--noout", "--schema", schema, "-"], {
    input: xml,
    encoding: "utf8",
  });
  if (error) throw error;
  return status === 0 ? "" : stderr;
}

describe.skipIf(!XSD)("the schema of UBL 2.1", () => {
  it.each(documents)("is kept by %s", (_name, document) => {
    expect(schemaErrors(document.kind, ublOf(document, EXEMPTION))).toBe("");
  });

  it("is broken by elements in another order", () => {
    const moved = ublOf(invoice, EXEMPTION).replace(
      /(<cbc:IssueDate>[^<]*<\/cbc:IssueDate>)\s*(<cbc:DueDate>[^<]*<\/cbc:DueDate>)/,
      "$2$1",
    );
    expect(schemaErrors("invoice", moved)).toContain("IssueDate");
  });
});

describe.skipIf(!PEPPOL)("Peppol BIS Billing 3.0, with the Danish rules", () => {
  it.each(documents)("is kept by %s", (_name, document) => {
    const report = checkSchematron(PEPPOL ?? "", ublOf(document, EXEMPTION));
    expect(report.broken.filter((each) => each.flag === "fatal")).toEqual([]);
    expect(report.fired).toBeGreaterThan(20);
  });

  it("is broken by a payment means that Danish sellers may not use", () => {
    const wrong = ublOf(invoice, EXEMPTION).replace(">42<", ">57<");
    expect(checkSchematron(PEPPOL ?? "", wrong).broken.map((each) => each.id)).toContain("DK-R-005");
  });
});

describe("whether there can be a Peppol file", () => {
  const { seller, buyer } = invoice;
  const word = (change: Partial<typeof buyer>, from: Partial<typeof seller> = {}) => {
    const decision = decidePeppol({ ...seller, ...from }, { ...buyer, ...change });
    return decision.ok ? "ok" : decision.refusal.code;
  };
  it.each([
    [{}, "ok"],
    [{ gln: "" }, "ok"],
    [{ gln: "", registrationNumber: "" }, "billing.peppolEndpoint"],
    [{ reference: "" }, "billing.peppolReference"],
    [{ isPerson: true }, "billing.peppolPerson"],
  ])("buyer %j: %s", (change, expected) => {
    expect(word(change)).toBe(expected);
  });
  it("needs the seller's number", () => {
    expect(word({}, { registrationNumber: "" })).toBe("billing.peppolSeller");
  });
});
