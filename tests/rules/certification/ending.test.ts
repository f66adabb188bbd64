import { describe, expect, it } from "vitest";
import { APPEAL_WEEKS, decideAppeal, decideFilingAppeal } from "@/lib/certification/rules/appeal";
import { nextStep, partOf } from "@/lib/certification/rules/next-step";
import { ownCaseState, releasedDecisions } from "@/lib/certification/rules/own-case";
import { decideRelease, decideReopening } from "@/lib/certification/rules/release";
import { caseTransitions, isReleased } from "@/lib/certification/rules/transitions";
import type { Decision } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { CaseState } from "@/lib/db/generated/enums";
import { uninvolved } from "../../factories/involvement";

const NOW = new Date("2026-05-13T12:00:00Z");
const codeOf = (decision: Decision<unknown>) => (decision.ok ? "yes" : decision.refusal.code);
const STATES = Object.keys(caseTransitions) as CaseState[];

describe("the moves of a case", () => {
  const legal = new Set([
    "collecting ready",
    "ready recommended",
    "ready collecting",
    "recommended hearing",
    "recommended decided",
    "recommended collecting",
    "hearing decided",
    "hearing collecting",
    "decided released",
    "released appealed",
    "released collecting",
    "appealed upheld",
    "appealed changed",
    "changed collecting",
    "upheld collecting",
    "collecting discontinued",
    "ready discontinued",
    "recommended discontinued",
    "hearing discontinued",
  ]);
  it.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))("%s → %s", (from, to) => {
    expect(decideTransition("case", caseTransitions, from, to).ok).toBe(legal.has(`${from} ${to}`));
  });
});

describe("a case whose person has left", () => {
  it("says so to whoever would still work on it", () => {
    expect(decideReopening({ state: "discontinued", involvement: uninvolved })).toMatchObject({
      ok: false,
      refusal: { code: "case.discontinued" },
    });
  });
  it("tells its party nothing of what was recommended, and no appeal can follow", () => {
    expect(isReleased("discontinued", 1, 1)).toBe(false);
    expect(ownCaseState("discontinued")).toBe("discontinued");
    expect(nextStep("discontinued", null, new Date())).toBe("none");
  });
});

describe("a release", () => {
  it.each([
    ["decided", "certified", "issue"],
    ["decided", "repeat_requested", "nextRound"],
    ["decided", "not_certified", "none"],
  ] as const)("of %s, %s leads to %s", (state, outcome, consequence) => {
    expect(decideRelease({ state, outcome, involvement: uninvolved })).toEqual({
      ok: true,
      value: consequence,
    });
  });

  it.each([
    ["recommended", null, uninvolved, "case.notDecided"],
    ["decided", null, uninvolved, "case.notDecided"],
    ["released", "certified", uninvolved, "case.alreadyReleased"],
    ["decided", "certified", { ...uninvolved, teaches: true }, "case.barred.taught"],
    ["decided", "certified", { ...uninvolved, ofBody: false }, "case.barred.notOfBody"],
  ] as const)("is refused in %s, %s", (state, outcome, involvement, code) => {
    expect(codeOf(decideRelease({ state, outcome, involvement }))).toBe(code);
  });

  it.each(STATES)("%s can be reopened only before the decision", (state) => {
    const open = state === "recommended" || state === "hearing";
    expect(decideReopening({ state, involvement: uninvolved }).ok).toBe(open);
  });
});

describe("what the participant is told", () => {
  it.each([
    ["collecting", 1, 1, false],
    ["decided", 1, 1, false],
    ["released", 1, 1, true],
    ["appealed", 1, 1, true],
    ["upheld", 1, 1, true],
    ["changed", 1, 1, true],
    ["collecting", 2, 1, true],
    ["decided", 2, 1, true],
    ["decided", 2, 2, false],
  ] as const)("in %s of round %i about round %i", (state, round, of, told) => {
    expect(isReleased(state, round, of)).toBe(told);
    expect(releasedDecisions({ state, round }, [{ round: of }])).toHaveLength(told ? 1 : 0);
  });

  it("says the same of a case that is ready, recommended and decided", () => {
    expect(new Set((["ready", "recommended", "decided"] as const).map(ownCaseState))).toEqual(
      new Set(["assessed"]),
    );
  });
});

describe("an appeal", () => {
  const releasedAt = new Date("2026-05-01T08:00:00Z");
  const due = new Date(releasedAt.getTime() + APPEAL_WEEKS * 7 * 86_400_000);
  it.each([
    ["released", "not_certified", due, "yes"],
    ["released", "not_certified", new Date(due.getTime() + 1), "case.appealTooLate"],
    ["released", "certified", NOW, "case.nothingToAppeal"],
    ["collecting", "repeat_requested", NOW, "case.nothingToAppeal"],
    ["decided", "not_certified", NOW, "case.nothingToAppeal"],
    ["appealed", "not_certified", NOW, "case.alreadyAppealed"],
    ["upheld", "not_certified", NOW, "case.nothingToAppeal"],
  ] as const)("filed in %s, %s", (state, outcome, now, code) => {
    expect(codeOf(decideFilingAppeal({ state, outcome, releasedAt }, now))).toBe(code);
  });

  const verdict = { changedTo: null, reasons: "Gennemgået på ny.", repeatDueOn: null };
  it.each([
    [verdict, "none"],
    [{ ...verdict, changedTo: "certified" as const }, "issue"],
    [{ ...verdict, changedTo: "repeat_requested" as const, repeatDueOn: "2026-06-01" }, "nextRound"],
  ])("decided as %o leads on", (given, consequence) => {
    expect(decideAppeal({ state: "appealed", involvement: uninvolved, altered: 0 }, given, NOW)).toEqual({
      ok: true,
      value: consequence,
    });
  });

  it.each([
    ["appealed", { ...uninvolved, decided: true }, verdict, "case.barred.involved"],
    ["appealed", { ...uninvolved, released: true }, verdict, "case.barred.involved"],
    ["appealed", { ...uninvolved, tookPartBefore: true }, verdict, "case.barred.involved"],
    ["appealed", { ...uninvolved, observed: true }, verdict, "case.barred.observed"],
    ["appealed", uninvolved, { ...verdict, reasons: " " }, "case.appealReasons"],
    ["appealed", uninvolved, { ...verdict, changedTo: "not_certified" as const }, "case.appealSame"],
    ["appealed", uninvolved, { ...verdict, changedTo: "repeat_requested" as const }, "case.repeatDue"],
    ["released", uninvolved, verdict, "case.noAppeal"],
    ["upheld", uninvolved, verdict, "case.appealDecided"],
  ] as const)("is refused in %s", (state, involvement, given, code) => {
    expect(codeOf(decideAppeal({ state, involvement, altered: 0 }, given, NOW))).toBe(code);
  });

  it("is refused where an observation no longer says what was submitted", () => {
    const facts = { state: "appealed", involvement: uninvolved, altered: 1 } as const;
    expect(codeOf(decideAppeal(facts, verdict, NOW))).toBe("case.appealEvidenceAltered");
  });
});

describe("what a case waits for", () => {
  const running = { dueAt: new Date("2026-06-01T00:00:00Z"), statementAt: null };
  it.each([
    ["collecting", null, "evidence", null],
    ["ready", null, "recommendation", "recommend"],
    ["recommended", null, "decision", "decide"],
    ["hearing", running, "statement", null],
    ["hearing", { ...running, statementAt: NOW }, "decision", "decide"],
    ["hearing", { ...running, dueAt: NOW }, "decision", "decide"],
    ["decided", null, "release", "release"],
    ["appealed", null, "appeal", "appeal"],
    ["released", null, "none", null],
    ["upheld", null, "none", null],
  ] as const)("in %s", (state, hearing, step, part) => {
    expect(nextStep(state, hearing, NOW)).toBe(step);
    expect(partOf(step)).toBe(part);
  });
});
