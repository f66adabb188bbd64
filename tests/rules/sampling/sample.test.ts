import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideTransition } from "@/lib/core/transitions";
import type { CaseReviewState } from "@/lib/db/generated/enums";
import {
  decideAssigning,
  decideDrawing,
  decideReviewing,
  drawShare,
  type ReviewFacts,
} from "@/lib/sampling/rules/sample";
import { caseReviewTransitions } from "@/lib/sampling/rules/transitions";
import { uninvolved } from "../../factories/involvement";

const states: readonly CaseReviewState[] = ["drawn", "assigned", "reviewed"];
const code = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? "ok" : decision.refusal?.code;

describe("a draw", () => {
  const wish = { fromDay: "2026-01-01", toDay: "2026-03-31", percent: 10 };
  it.each([
    ["a period that is over", wish, 5, "ok"],
    ["backwards", { ...wish, fromDay: "2026-04-01" }, 5, "review.periodBackwards"],
    ["today", { ...wish, toDay: "2026-05-13" }, 5, "review.periodNotOver"],
    ["of nothing", wish, 0, "review.nothingDecided"],
  ] as const)("%s", (_, given, population, expected) => {
    expect(code(decideDrawing(given, population, "2026-05-13"))).toBe(expected);
  });

  const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 60 });
  it("is a share, at least one, found again by its seed in whatever order the ids are given", () => {
    fc.assert(
      fc.property(
        ids,
        fc.integer({ min: 1, max: 100 }),
        fc.string({ minLength: 22 }),
        (all, percent, seed) => {
          const draw = drawShare(all, percent, seed);
          expect(draw.drawn.length).toBe(Math.ceil((all.length * percent) / 100));
          expect(draw.drawn.every((id) => all.includes(id))).toBe(true);
          expect(new Set(draw.drawn).size).toBe(draw.drawn.length);
          expect(drawShare([...all].reverse(), percent, seed)).toEqual(draw);
        },
      ),
    );
  });

  it("draws everybody about as often over many seeds", () => {
    const population = Array.from({ length: 20 }, (_, index) => `decision ${index}`);
    const times = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++)
      for (const id of drawShare(population, 25, `seed ${seed}`).drawn)
        times.set(id, (times.get(id) ?? 0) + 1);
    // 100 expected of each; the seeds are fixed, so that this is arithmetic and no chance.
    for (const id of population) expect(times.get(id)).toBeGreaterThan(60);
  });
});

describe("a second look", () => {
  const legal = new Set(["drawn assigned", "assigned reviewed"]);
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))("%s → %s", (from, to) => {
    const expected = legal.has(`${from} ${to}`) ? "ok" : "review.transition";
    expect(code(decideTransition("review", caseReviewTransitions, from, to))).toBe(expected);
  });

  it.each([
    ["drawn", false, "ok"],
    ["assigned", false, "ok"],
    ["assigned", true, "review.reviewerInvolved"],
    ["reviewed", false, "review.written"],
  ] as const)("is given to somebody while %s, barred: %s", (state, barred, expected) => {
    expect(code(decideAssigning(state, barred))).toBe(expected);
  });

  const facts: ReviewFacts = { state: "assigned", reviewerId: "me", personId: "me", involvement: uninvolved };
  it.each<[string, Partial<ReviewFacts>, string, string]>([
    ["by whom it was given to", {}, "Set.", "ok"],
    ["with reasons", {}, " ", "review.reasons"],
    ["not by another", { personId: "another" }, "Set.", "review.notYours"],
    ["once", { state: "reviewed" }, "Set.", "review.written"],
    ["not before it is given", { state: "drawn", reviewerId: null }, "Set.", "review.notYours"],
    [
      "not by who observed",
      { involvement: { ...uninvolved, observed: true } },
      "Set.",
      "case.barred.observed",
    ],
    ["nor decided", { involvement: { ...uninvolved, decided: true } }, "Set.", "case.barred.involved"],
    [
      "nor told the outcome",
      { involvement: { ...uninvolved, released: true } },
      "Set.",
      "case.barred.involved",
    ],
    [
      "nor was barred since",
      { involvement: { ...uninvolved, declared: "bar" } },
      "Set.",
      "case.barred.declared",
    ],
  ])("is written %s", (_, over, reasons, expected) => {
    expect(code(decideReviewing({ ...facts, ...over }, reasons))).toBe(expected);
  });
});
