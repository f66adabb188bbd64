import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attendanceGap, type ComparedVersion, compareVersions } from "@/lib/programmes/rules/compare";
import { wordDiff } from "@/lib/programmes/rules/word-diff";

describe("two versions word by word", () => {
  const text = fc
    .array(fc.constantFrom("at", "lede", "uden", "svar", " ", "\n"), { maxLength: 12 })
    .map((words) => words.join(" "));
  it("give back both texts", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        const read = (without: string) =>
          parts
            .filter(({ kind }) => kind !== without)
            .map((part) => part.text)
            .join("");
        expect(read("added")).toBe(before);
        expect(read("removed")).toBe(after);
      }),
    );
  });
  it("names what changed", () => {
    expect(wordDiff("at lede uden svar", "at lede med svar").filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "uden" },
      { kind: "added", text: "med" },
    ]);
  });
  it("takes a number with its spaces for one word", () => {
    expect(wordDiff("34\u00a0500\u00a0DKK", "36\u00a0000\u00a0DKK")).toEqual([
      { kind: "removed", text: "34\u00a0500\u00a0DKK" },
      { kind: "added", text: "36\u00a0000\u00a0DKK" },
    ]);
  });
});

describe("two versions field by field", () => {
  const fields = {
    title: "A",
    summary: "",
    audience: "",
    aims: "",
    description: "",
    language: "Dansk",
    attendance: "80 %",
    price: "",
    priceCovers: "",
    certification: "",
  };
  const version = (more: Partial<ComparedVersion> = {}): ComparedVersion => ({
    fields,
    tracks: [],
    materials: [],
    ...more,
  });
  it("are the same where nothing changed", () => {
    expect(compareVersions(version(), version())).toEqual({ fields: [], tracks: [], materials: [] });
  });
  it("know a material by its title: added, gone, or leading elsewhere", () => {
    const material = (title: string, source: string) => ({ title, source });
    const before = version({ materials: [material("Bog", "a".repeat(64)), material("Film", "https://x")] });
    const after = version({ materials: [material("Bog", "b".repeat(64)), material("Kort", "https://y")] });
    expect(compareVersions(before, after).materials).toEqual([
      { kind: "changed", name: "Bog" },
      { kind: "added", name: "Kort" },
      { kind: "removed", name: "Film" },
    ]);
  });
  it("show fields, and tracks by name", () => {
    const before = version({ tracks: [{ audience: "managers", name: "Ledere", description: "" }] });
    const after = version({
      fields: { ...fields, attendance: "60 %" },
      tracks: [{ audience: "network", name: "Netværk", description: "" }],
    });
    expect(compareVersions(before, after)).toMatchObject({
      fields: [{ field: "attendance", before: "80 %", after: "60 %" }],
      tracks: [
        { kind: "added", name: "Netværk" },
        { kind: "removed", name: "Ledere" },
      ],
    });
  });
});

it.each([
  [80, 80, 0],
  [60, 80, 20],
  [90, 80, 0],
  [50, null, 0],
])("a programme of %i %% under a scheme of %s %% falls short by %i", (programme, scheme, gap) => {
  expect(attendanceGap(programme, scheme)).toBe(gap);
});
