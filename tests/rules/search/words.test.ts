import { expect, it } from "vitest";
import { wordsOf } from "@/lib/search/rules/words";

it.each<[string, string[] | null]>([
  ["", null],
  [" a ", null],
  ["ås", ["ås"]],
  ["  Åse   Ærø ", ["Åse", "Ærø"]],
  ["a\u030as", ["ås"]],
  ["1 2 3 4 5 6", ["1", "2", "3", "4", "5"]],
  ["x".repeat(200), ["x".repeat(80)]],
])("%j", (typed, words) => {
  expect(wordsOf(typed)).toEqual(words);
});
