import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyOf, decideWording, partsOf } from "@/lib/statements/rules/outline";

it("parts a text by its headings", () => {
  expect(partsOf("Først.\r\n\r\n## Et\nA\n\n- b\n##  To  \nC")).toEqual([
    { title: "", text: "Først." },
    { title: "Et", text: "A\n\n- b" },
    { title: "To", text: "C" },
  ]);
});

it.each(["#hej", "##hej", " ## hej", "### hej"])("takes %s for text", (line) => {
  expect(partsOf(line)).toEqual([{ title: "", text: line.trim() }]);
});

it("reads a heading of nothing but blanks at once", () => {
  // By a pattern with blanks at both ends this never ended.
  expect(partsOf(`##${" ".repeat(20_000)}\u2028`)).toEqual([{ title: "", text: "##" }]);
});

it("gives back the parts it was made of", () => {
  const line = fc.stringMatching(/^[a-zæøå][a-zæøå ,.]{0,20}[a-zæøå.]$/);
  fc.assert(
    fc.property(fc.array(fc.record({ title: line, text: line }), { minLength: 1, maxLength: 6 }), (parts) => {
      expect(partsOf(bodyOf(parts))).toEqual(parts);
    }),
  );
});

describe("what can stand as a statement", () => {
  it.each([
    ["## Et\nA", undefined],
    ["Indledning\n## Et\nA\n## To\nB", undefined],
    ["Kun tekst", "statement.noHeading"],
    ["## Et\nA\n## To\n\n", "statement.emptyPart"],
    ["## Et\n## To\nB", "statement.emptyPart"],
  ])("%j", (body, code) => {
    const decision = decideWording(body);
    expect(decision.ok ? undefined : decision.refusal.code).toBe(code);
  });
});
