import type { Rating } from "../../db/generated/enums.ts";

/** One rater's values, unit by unit; null where they gave none. */
export type RaterValues = readonly (number | null)[];

/** Fewer criteria that at least two have judged say nothing about agreement: no figure is given below this. */
const FEWEST_UNITS = 5;
/** Fewer raters cannot agree or differ. */
const FEWEST_RATERS = 2;

/**
 * Cohen's kappa of two raters over the units both valued: agreement beyond what chance gives, 1 where they always agree, 0 where no
 * better than chance. Null where chance alone explains everything (both use one value only). J. Cohen, A coefficient of agreement for
 * nominal scales, Educational and Psychological Measurement 20 (1960).
 */
export function cohensKappa(one: RaterValues, other: RaterValues): number | null {
  const pairs = one.flatMap((value, unit) => {
    const beside = other[unit] ?? null;
    return value === null || beside === null ? [] : [[value, beside] as const];
  });
  if (pairs.length === 0) return null;
  const share = (count: number) => count / pairs.length;
  const observed = share(pairs.filter(([a, b]) => a === b).length);
  const values = new Set(pairs.flat());
  let chance = 0;
  for (const value of values)
    chance +=
      share(pairs.filter(([a]) => a === value).length) * share(pairs.filter(([, b]) => b === value).length);
  return chance === 1 ? null : (observed - chance) / (1 - chance);
}

/** How often each value was paired with each other within a unit, units with one value left out (Krippendorff's coincidences). */
function coincidences(raters: readonly RaterValues[], values: readonly number[]): number[][] {
  const table = values.map(() => values.map(() => 0));
  const units = Math.max(0, ...raters.map((rater) => rater.length));
  for (let unit = 0; unit < units; unit++) {
    const given = raters.flatMap((rater) => rater[unit] ?? []);
    if (given.length < 2) continue;
    for (const [i, a] of given.entries())
      for (const [j, b] of given.entries()) {
        const row = table[values.indexOf(a)];
        const column = values.indexOf(b);
        if (i !== j && row) row[column] = (row[column] ?? 0) + 1 / (given.length - 1);
      }
  }
  return table;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/**
 * Krippendorff's alpha for an ordinal scale, any number of raters and missing values: 1 where all agree, 0 where they do no better than
 * chance, below 0 where they differ systematically. Null where there is nothing to pair, or all gave one value. K. Krippendorff,
 * Computing Krippendorff's Alpha-Reliability (2011), section E.
 */
export function krippendorffsAlpha(raters: readonly RaterValues[]): number | null {
  const values = [...new Set(raters.flat().filter((value) => value !== null))].sort((a, b) => a - b);
  const table = coincidences(raters, values);
  const totals = table.map(sum);
  const all = sum(totals);
  let observed = 0;
  let expected = 0;
  for (let low = 0; low < values.length; low++)
    for (let high = low + 1; high < values.length; high++) {
      const between = sum(totals.slice(low, high + 1));
      const ends = ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2;
      const distance = (between - ends) ** 2;
      observed += (table[low]?.[high] ?? 0) * distance;
      expected += (totals[low] ?? 0) * (totals[high] ?? 0) * distance;
    }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected;
}

/** `not_seen` is no place on the scale from not reached to reached: nothing was judged. */
const SCALE: Record<Rating, number | null> = { not_seen: null, not_reached: 0, partly: 1, reached: 2 };
const NOMINAL: Record<Rating, number> = { not_seen: 0, not_reached: 1, partly: 2, reached: 3 };

/** One assessor's ratings of a case, by criterion id. */
export type RatedCase = ReadonlyMap<string, Rating>;

/** How far assessors agree, and by which figure; or why none is given. */
export type Agreement =
  | {
      readonly kind: "kappa" | "alpha";
      readonly value: number;
      readonly raters: number;
      readonly units: number;
    }
  | { readonly kind: "none"; readonly reason: "fewRaters" | "fewUnits" | "noVariation" };

/**
 * The agreement of a round by the figure that fits: Cohen's kappa for two raters (`not_seen` being a value of its own), Krippendorff's
 * ordinal alpha for more (`not_seen` being no value). None for fewer than two raters or five criteria that at least two have judged.
 */
export function agreementOf(criterionIds: readonly string[], cases: readonly RatedCase[]): Agreement {
  if (cases.length < FEWEST_RATERS) return { kind: "none", reason: "fewRaters" };
  const two = cases.length === 2;
  const raters = cases.map((rated) =>
    criterionIds.map((id) => {
      const rating = rated.get(id);
      return rating === undefined ? null : two ? NOMINAL[rating] : SCALE[rating];
    }),
  );
  const units = criterionIds.filter(
    (_, unit) => raters.filter((rater) => (rater[unit] ?? null) !== null).length >= 2,
  ).length;
  if (units < FEWEST_UNITS) return { kind: "none", reason: "fewUnits" };
  const [one = [], other = []] = raters;
  const value = two ? cohensKappa(one, other) : krippendorffsAlpha(raters);
  if (value === null) return { kind: "none", reason: "noVariation" };
  return { kind: two ? "kappa" : "alpha", value, raters: cases.length, units };
}

/** How the assessors' ratings of one criterion are spread. */
export type Spread = { readonly criterionId: string; readonly counts: Readonly<Record<Rating, number>> };

/** The spread of every criterion, in the order given. */
export function spreadOf(criterionIds: readonly string[], cases: readonly RatedCase[]): Spread[] {
  return criterionIds.map((criterionId) => {
    const counts = { not_seen: 0, not_reached: 0, partly: 0, reached: 0 };
    for (const rated of cases) {
      const rating = rated.get(criterionId);
      if (rating) counts[rating] += 1;
    }
    return { criterionId, counts };
  });
}
