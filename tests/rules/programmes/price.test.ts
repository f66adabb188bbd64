import { describe, expect, it } from "vitest";
import { moveInOrder } from "@/lib/core/move-in-order";
import { parsePrice, priceText } from "@/lib/programmes/rules/price";

describe("a price as people write it", () => {
  it.each([
    ["12500", 1_250_000],
    ["12.500", 1_250_000],
    ["12 500", 1_250_000],
    ["12,500", 1_250_000],
    ["12.500,50", 1_250_050],
    ["12,500.5", 1_250_050],
    ["12500,5", 1_250_050],
    ["0", 0],
    ["0,75", 75],
    ["1.234.567", 123_456_700],
  ])("%s", (text, minor) => expect(parsePrice(text)).toBe(minor));

  it.each(["", "gratis", "-5", "12,5000", "1.2.3", "99999999999"])("%s is none", (text) =>
    expect(parsePrice(text)).toBeNull(),
  );

  it.each([
    [0, "0"],
    [5, "0,05"],
    [46_800_000, "468000"],
    [46_800_050, "468000,50"],
  ])("%i is shown again as one that is read as itself", (minor, text) => {
    expect(priceText(minor)).toBe(text);
    expect(parsePrice(text)).toBe(minor);
  });
});

describe("the order of tracks", () => {
  it.each([
    ["b", "up", ["b", "a", "c"]],
    ["b", "down", ["a", "c", "b"]],
    ["a", "up", ["a", "b", "c"]],
    ["c", "down", ["a", "b", "c"]],
    ["x", "up", ["a", "b", "c"]],
  ] as const)("%s %s", (id, direction, expected) => {
    expect(moveInOrder(["a", "b", "c"], id, direction)).toEqual(expected);
  });
});
