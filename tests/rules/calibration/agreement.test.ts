import { describe, expect, it } from "vitest";
import { agreementOf, cohensKappa, krippendorffsAlpha, spreadOf } from "@/lib/calibration/rules/agreement";
import type { Rating } from "@/lib/db/generated/enums";

const repeat = (count: number, one: number, other: number) =>
  Array.from({ length: count }, () => [one, other] as const);

describe("cohensKappa", () => {
  it("gives the published examples", () => {
    // Fifty proposals read by two: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no. The textbook example: p_o 0.70, p_e 0.50, kappa 0.40.
    const grants = [...repeat(20, 1, 1), ...repeat(5, 1, 0), ...repeat(10, 0, 1), ...repeat(15, 0, 0)];
    expect(
      cohensKappa(
        grants.map(([a]) => a),
        grants.map(([, b]) => b),
      ),
    ).toBeCloseTo(0.4, 10);
    // The same observed agreement of 60 in 100, with other margins: 0.1304 and 0.2593.
    const first = [...repeat(45, 1, 1), ...repeat(15, 1, 0), ...repeat(25, 0, 1), ...repeat(15, 0, 0)];
    expect(
      cohensKappa(
        first.map(([a]) => a),
        first.map(([, b]) => b),
      ),
    ).toBeCloseTo(0.1304, 4);
    const second = [...repeat(25, 1, 1), ...repeat(35, 1, 0), ...repeat(5, 0, 1), ...repeat(35, 0, 0)];
    expect(
      cohensKappa(
        second.map(([a]) => a),
        second.map(([, b]) => b),
      ),
    ).toBeCloseTo(0.2593, 4);
  });

  it("is 1 where both always agree, and nothing where neither varies or nothing is paired", () => {
    expect(cohensKappa([1, 2, 3], [1, 2, 3])).toBe(1);
    expect(cohensKappa([1, 1], [1, 1])).toBeNull();
    expect(cohensKappa([1, null], [null, 1])).toBeNull();
  });
});

describe("krippendorffsAlpha", () => {
  // K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: four observers, twelve units, values missing.
  const none = null;
  const published = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
    [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
  ];

  it("gives the published ordinal value 0.815", () => {
    expect(krippendorffsAlpha(published)).toBeCloseTo(0.815, 3);
  });

  it("does not depend on the order of raters or units, nor on what the values are called", () => {
    const value = krippendorffsAlpha(published);
    expect(krippendorffsAlpha([...published].reverse())).toBeCloseTo(value ?? 0, 12);
    expect(krippendorffsAlpha(published.map((rater) => [...rater].reverse()))).toBeCloseTo(value ?? 0, 12);
    const doubled = published.map((rater) => rater.map((each) => (each === null ? null : each * 10)));
    expect(krippendorffsAlpha(doubled)).toBeCloseTo(value ?? 0, 12);
  });

  it("is 1 where all agree, below 0 where they differ systematically, nothing where nobody varies", () => {
    expect(
      krippendorffsAlpha([
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toBe(1);
    expect(
      krippendorffsAlpha([
        [1, 2],
        [2, 1],
      ]),
    ).toBeLessThan(0);
    expect(
      krippendorffsAlpha([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(
      krippendorffsAlpha([
        [1, none],
        [none, 2],
      ]),
    ).toBeNull();
  });
});

describe("agreementOf", () => {
  const ids = ["1", "2", "3", "4", "5", "6"];
  const rated = (letters: string) =>
    new Map(
      [...letters].map((letter, index) => {
        const rating = (
          { R: "reached", P: "partly", N: "not_reached", S: "not_seen" } as Record<string, Rating>
        )[letter];
        return [ids[index] ?? "", rating ?? "not_seen"] as const;
      }),
    );

  it.each([
    ["one rater", ["RRPPNN"], "fewRaters"],
    ["four criteria judged by three", ["RRPPSS", "RRPPSS", "RRPPSS"], "fewUnits"],
    ["nobody varies", ["RRRRRR", "RRRRRR", "RRRRRR"], "noVariation"],
  ])("gives no figure: %s", (_, letters, reason) => {
    expect(agreementOf(ids, letters.map(rated))).toEqual({ kind: "none", reason });
  });

  it("gives kappa for two and alpha for more", () => {
    expect(agreementOf(ids, ["RRPPNN", "RRPPNN"].map(rated))).toEqual({
      kind: "kappa",
      value: 1,
      raters: 2,
      units: 6,
    });
    expect(agreementOf(ids, ["RRPPNN", "RRPPNN", "RRPPNS"].map(rated))).toMatchObject({
      kind: "alpha",
      value: 1,
      units: 6,
    });
  });

  it("counts the spread, whatever was left out", () => {
    expect(spreadOf(["1"], ["R", "P", ""].map(rated))).toEqual([
      { criterionId: "1", counts: { not_seen: 0, not_reached: 0, partly: 1, reached: 1 } },
    ]);
  });
});
