import { describe, expect, it } from "vitest";
import {
  chargeOwed,
  decideChargeChange,
  decideChargeRemoval,
  decideCurrencyChange,
  decideInvoicingAgreement,
  decidePayer,
} from "@/lib/billing/rules/charge";
import { decideDocuments } from "@/lib/billing/rules/grouping";
import { AgreementState } from "@/lib/db/generated/enums";

describe("what is owed of an agreement's sum", () => {
  const charge = { amountMinor: 1000, billFrom: "2026-05-13", invoicedMinor: 0 };
  it.each([
    ["nothing the day before", {}, "2026-05-12", 0],
    ["all of it from its day on", {}, "2026-05-13", 1000],
    ["what it is lowered to", { amountMinor: 400, invoicedMinor: 1000 }, "2026-05-13", 400],
    [
      "all of it, though its day was put off after it was invoiced",
      { invoicedMinor: 1000 },
      "2026-05-12",
      1000,
    ],
    ["nothing again before its day, once everything was given back", { invoicedMinor: 0 }, "2026-05-01", 0],
  ] as const)("is %s", (_name, change, today, expected) =>
    expect(chargeOwed({ ...charge, ...change }, today)).toBe(expected),
  );
});

const codeOf = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? "yes" : decision.refusal?.code;

describe("a sum", () => {
  it("is paid by a partner, the funder or the coordinator, and by nobody else", () => {
    const parties = { partnerIds: ["a", "b"], funderId: "f", coordinatorId: null };
    expect(["a", "b", "f", "c", ""].map((id) => codeOf(decidePayer(id, parties)))).toEqual([
      "yes",
      "yes",
      "yes",
      "billing.chargePayer",
      "billing.chargePayer",
    ]);
  });

  it.each([
    [{}, 0, "yes"],
    [{}, 2, "yes"],
    [{ organisationId: "b" }, 0, "yes"],
    [{ organisationId: "b" }, 1, "billing.chargeInvoiced"],
    [{ vatPercent: 0 }, 0, "yes"],
    [{ vatPercent: 0 }, 1, "billing.chargeInvoiced"],
  ] as const)("changed so: %j, on %i documents: %s", (change, documents, expected) => {
    const now = { organisationId: "a", vatPercent: 25 };
    expect(codeOf(decideChargeChange(now, { ...now, ...change }, documents))).toBe(expected);
  });

  it("is taken away only before it is invoiced, and fixes the currency afterwards", () => {
    expect([0, 1].map((documents) => codeOf(decideChargeRemoval(documents)))).toEqual([
      "yes",
      "billing.chargeInvoiced",
    ]);
    expect(codeOf(decideCurrencyChange("DKK", "SEK", 0))).toBe("yes");
    expect(codeOf(decideCurrencyChange("DKK", "DKK", 3))).toBe("yes");
    expect(codeOf(decideCurrencyChange("DKK", "SEK", 3))).toBe("billing.currencyFixed");
  });

  it.each(Object.values(AgreementState))(
    "of an agreement that is %s is invoiced unless negotiated",
    (state) => expect(decideInvoicingAgreement(state).ok).toBe(state !== "negotiated"),
  );
});

describe("the documents", () => {
  it("are some, and none comes to more than can be written", () => {
    expect(codeOf(decideDocuments([]))).toBe("billing.nothingDue");
    expect(codeOf(decideDocuments([{ netMinor: 2_147_483_646, vatMinor: 1 }]))).toBe("yes");
    expect(codeOf(decideDocuments([{ netMinor: 2_147_483_647, vatMinor: 1 }]))).toBe("billing.tooLarge");
  });
});
