import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bothTexts, differences, mergeDrafts } from "@/lib/observations/rules/draft-merge";

describe("differences", () => {
  it("does not mind spaces around a text, nor the kind of line ends", () => {
    expect(differences({ seen: "a\r\nb " }, { seen: "a\nb" })).toEqual([]);
    expect(differences({ seen: "a b" }, { seen: "a  b" })).toEqual(["seen"]);
  });
});

describe("mergeDrafts", () => {
  const rating = "ratings.0.rating";
  it.each([
    ["nobody changed it", "a", "a", "a", "a", [], []],
    ["only here", "a", "a b", "a", "a b", [], []],
    ["only there", "a", "a", "a c", "a c", ["seen"], []],
    ["both the same", "a", "b", "b", "b", [], []],
    ["both, each in its own way", "a", "a b", "a c", "a b", [], ["seen"]],
    ["here it goes on from there", "a", "a b c", "a b", "a b c", [], []],
    ["there it goes on from here", "a", "a b", "a b c", "a b c", ["seen"], []],
    ["taken out here, changed there", "a b", "a", "a b c", "a b c", ["seen"], []],
    ["taken out here, another text there", "a b", "", "x", "x", ["seen"], []],
  ])("%s", (_, base, mine, theirs, holds, taken, clashes) => {
    const merge = mergeDrafts({ seen: base }, { seen: mine }, { seen: theirs });
    expect(merge).toEqual({ fields: { seen: holds }, taken, clashes });
  });

  it.each([
    ["", "partly", "reached", [rating]],
    ["partly", "", "reached", [rating]],
    ["", "reached", "reached", []],
    ["partly", "partly", "reached", []],
  ])("of a rating from %j to %j here and %j there", (base, mine, theirs, clashes) => {
    expect(mergeDrafts({ [rating]: base }, { [rating]: mine }, { [rating]: theirs }).clashes).toEqual(
      clashes,
    );
  });

  const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 6 }).map((all) => all.join(" "));
  const draft = fc.record({ seen: words, interpreted: words });

  it("gives both sides the same, whoever is asked, where nothing clashes", () => {
    fc.assert(
      fc.property(draft, draft, draft, (base, mine, theirs) => {
        const here = mergeDrafts(base, mine, theirs);
        const there = mergeDrafts(base, theirs, mine);
        expect(here.clashes).toEqual(there.clashes);
        for (const name of ["seen", "interpreted"])
          if (!here.clashes.includes(name)) expect(here.fields[name]).toBe(there.fields[name]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("bothTexts", () => {
  it("keeps what both began with once", () => {
    expect(bothTexts("Møde.", "Møde. Hun spurgte.", "Møde. Han svarede.")).toBe(
      "Møde. Hun spurgte.\n\nHan svarede.",
    );
  });

  it("does not cut a word that was written on", () => {
    expect(bothTexts("æ", "æå", "æø")).toBe("æå\n\næø");
  });

  it("leaves no word of either out", () => {
    const texts = fc
      .array(fc.stringMatching(/^[a-zæøå]{1,6}$/), { maxLength: 8 })
      .map((all) => all.join(" "));
    fc.assert(
      fc.property(texts, texts, texts, (base, theirs, mine) => {
        const both = bothTexts(base, theirs, mine);
        for (const word of `${theirs} ${mine}`.split(" ")) expect(both).toContain(word);
      }),
      { numRuns: 1000 },
    );
  });
});
