import { describe, expect, it } from "vitest";
import { groupLines } from "@/lib/billing/rules/grouping";
import { owedFor, vatOn } from "@/lib/billing/rules/owed";

describe("what a seat owes", () => {
  const seat = { priceMinor: 1001, payer: "organisation", owedPercent: null } as const;
  it.each([
    ["reserved", {}, 1001],
    ["active", {}, 1001],
    ["completed", {}, 1001],
    ["not_completed", {}, 1001],
    ["withdrawn", { owedPercent: 50 }, 501],
    ["withdrawn", { owedPercent: 0 }, 0],
    ["withdrawn", {}, 0],
    ["substituted", {}, 0],
    ["transferred", {}, 0],
    ["active", { payer: "agreement" }, 0],
    ["active", { priceMinor: null }, 0],
  ] as const)("%s %j: %i", (state, change, expected) =>
    expect(owedFor({ ...seat, ...change, state })).toBe(expected),
  );
  it("has VAT to the nearest øre", () => expect([vatOn(1001, 25), vatOn(1001, 0)]).toEqual([250, 0]));
});

describe("the documents of a cohort", () => {
  const line = (
    dueMinor: number,
    reference = "R1",
    invoices: number[] = [],
    buyer = "odense",
    vatPercent = 25,
  ) => ({
    buyerOrganisationId: buyer,
    buyerPersonId: null,
    buyer: { name: buyer, gln: "", reference },
    vatPercent,
    dueMinor,
    invoices,
  });
  it("are one for each buyer, reference, VAT and direction, and none for nothing", () => {
    const groups = groupLines([
      line(100),
      line(50),
      line(0),
      line(70, "R2"),
      line(100, "R1", [], "vejle"),
      line(9, "R1", [], "odense", 0),
    ]);
    expect(
      groups.map(({ kind, netMinor, vatMinor, lines }) => [kind, netMinor, vatMinor, lines.length]),
    ).toEqual([
      ["invoice", 150, 38, 2],
      ["invoice", 70, 18, 1],
      ["invoice", 100, 25, 1],
      ["invoice", 9, 0, 1],
    ]);
  });
  it("that give back name the invoices they give back from", () => {
    const [credit, ...rest] = groupLines([line(-40, "R1", [7, 3]), line(-10, "R1", [3])]);
    expect(rest).toEqual([]);
    expect(credit).toMatchObject({ kind: "credit_note", netMinor: 50, vatMinor: 13, credits: [3, 7] });
  });
});
