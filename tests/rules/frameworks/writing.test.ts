import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideTransition } from "@/lib/core/transitions";
import type { FrameworkVersionState, Locale } from "@/lib/db/generated/enums";
import { decideApproval, decideRetiring, missingTexts } from "@/lib/frameworks/rules/approval";
import { compareFrameworks } from "@/lib/frameworks/rules/compare";
import type { CriterionContent, FrameworkContent } from "@/lib/frameworks/rules/content";
import {
  decideCode,
  decideEditing,
  decideNewCriterion,
  decideNextDraft,
  decideRemoving,
  decideSchemeRules,
  MOST_CRITERIA,
} from "@/lib/frameworks/rules/drafting";
import { frameworkVersionTransitions } from "@/lib/frameworks/rules/transitions";

const locales: readonly Locale[] = ["da", "sv", "en"];
const states: readonly FrameworkVersionState[] = ["draft", "approved", "in_use", "retired"];

function criterion(stableKey: string, over: Partial<CriterionContent> = {}): CriterionContent {
  return {
    code: stableKey.toUpperCase(),
    stableKey,
    minOccasions: 1,
    texts: locales.map((locale) => ({
      locale,
      name: `${stableKey} ${locale}`,
      description: "Beskrivelse",
      indicators: ["Tegn"],
      levels: [],
    })),
    ...over,
  };
}

function content(
  criteria: readonly CriterionContent[],
  over: Partial<FrameworkContent> = {},
): FrameworkContent {
  return {
    minObservations: 2,
    minAssessors: 2,
    attendanceMinimumPercent: 80,
    requiresConcludedProject: true,
    responseDays: 14,
    certificateValidityMonths: 60,
    texts: locales.map((locale) => ({ locale, title: "Ramme", scope: "Omfang" })),
    criteria,
    ...over,
  };
}

const reason = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? "ok" : decision.refusal?.code;
const complete = content([criterion("a"), criterion("b")]);
const approval = { state: "draft", approvedBy: [], personId: "p1", content: complete } as const;

describe("the steps of a framework version", () => {
  const legal = new Set(["draft approved", "approved in_use", "in_use retired"]);
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))("%s → %s", (from, to) => {
    const expected = legal.has(`${from} ${to}`) ? "ok" : "framework.transition";
    expect(reason(decideTransition("framework", frameworkVersionTransitions, from, to))).toBe(expected);
  });

  it.each(states)("only a draft is written on, and approved: %s", (state) => {
    expect(reason(decideEditing(state))).toBe(state === "draft" ? "ok" : "framework.frozen");
    expect(reason(decideApproval({ ...approval, state }))).toBe(
      state === "draft" ? "ok" : "framework.transition",
    );
  });
});

describe("approval by two", () => {
  it.each([
    ["the first", [], "p1", false],
    ["the second", ["p0"], "p1", true],
  ] as const)("%s", (_, approvedBy, personId, approved) => {
    expect(decideApproval({ ...approval, approvedBy, personId })).toEqual({ ok: true, value: { approved } });
  });

  it("is by two different persons", () => {
    expect(reason(decideApproval({ ...approval, approvedBy: ["p1"] }))).toBe("framework.alreadyApproved");
  });

  it("is of a draft with criteria, and complete in every language", () => {
    expect(reason(decideApproval({ ...approval, content: content([]) }))).toBe("framework.noCriteria");
    for (const locale of locales) {
      for (const what of ["title", "scope"] as const) {
        const texts = complete.texts.map((text) =>
          text.locale === locale ? { ...text, [what]: " " } : text,
        );
        const lacking = { ...complete, texts };
        expect(missingTexts(lacking)).toEqual([{ what, code: null, locale }]);
        expect(decideApproval({ ...approval, content: lacking })).toMatchObject({
          refusal: { code: "framework.textMissing", params: { what, code: "", language: locale } },
        });
      }
      for (const [what, blank] of [
        ["name", ""],
        ["description", ""],
        ["indicators", []],
      ] as const) {
        const first = criterion("a");
        const texts = first.texts.map((text) => (text.locale === locale ? { ...text, [what]: blank } : text));
        expect(missingTexts(content([{ ...first, texts }, criterion("b")]))).toEqual([
          { what, code: "A", locale },
        ]);
      }
    }
  });

  it.each<[string, readonly (readonly string[])[], readonly Locale[]]>([
    ["in no language", [[], [], []], []],
    [
      "in all three",
      [
        ["1", "2", "3"],
        ["1", "2", "3"],
        ["1", "2", "3"],
      ],
      [],
    ],
    ["in one only", [["1", "2", "3"], [], []], ["sv", "en"]],
    [
      "with one left out",
      [
        ["1", "2", "3"],
        ["1", " ", "3"],
        ["1", "2", "3"],
      ],
      ["sv"],
    ],
  ])("levels are described %s", (_, levels, missing) => {
    const { texts, ...rest } = criterion("a");
    const described = texts.map((text, index) => ({ ...text, levels: levels[index] ?? [] }));
    expect(missingTexts(content([{ ...rest, texts: described }]))).toEqual(
      missing.map((locale) => ({ what: "levels", code: "A", locale })),
    );
  });
});

describe("retiring", () => {
  const none = { programmes: 0, cohorts: 0, cases: 0 };
  it.each([
    [none, "ok"],
    [{ ...none, programmes: 1 }, "framework.programmeUses"],
    [{ ...none, cohorts: 1 }, "framework.inUseElsewhere"],
    [{ ...none, cases: 1 }, "framework.inUseElsewhere"],
  ] as const)("%j: %s", (usedBy, expected) => {
    expect(reason(decideRetiring("in_use", usedBy))).toBe(expected);
  });
});

describe("a draft's criteria", () => {
  const others = [criterion("a"), criterion("b")];
  const wish = { code: "K9", continues: "", ownKey: "listens", others, everUsed: ["a", "b", "old"] };
  const keyOf = (over: Partial<typeof wish>) => {
    const decision = decideNewCriterion({ ...wish, ...over });
    return decision.ok ? decision.value.stableKey : decision.refusal.code;
  };

  it.each([
    ["a new one has a key of its own", {}, "listens"],
    ["never one that was another's", { ownKey: "old" }, "old-2"],
    ["it may continue an earlier one", { continues: "old" }, "old"],
    ["not one that the draft has", { continues: "a" }, "framework.cannotContinue"],
    ["not one that never was", { continues: "never" }, "framework.cannotContinue"],
    ["nor under a code that is taken", { code: "A" }, "framework.codeTaken"],
    [
      "nor without end",
      { others: Array.from({ length: MOST_CRITERIA }, (_, i) => criterion(`c${i}`)) },
      "framework.tooManyCriteria",
    ],
    ["a name without letters has a key all the same", { ownKey: "" }, "criterion"],
  ])("%s", (_, over, expected) => {
    expect(keyOf(over)).toBe(expected);
  });

  it("keep a code of their own, and one remains", () => {
    expect(reason(decideCode("A", others, "A"))).toBe("ok");
    expect(reason(decideCode("B", others, "A"))).toBe("framework.codeTaken");
    expect([2, 1].map((count) => reason(decideRemoving(count)))).toEqual([
      "ok",
      "framework.oneCriterionAtLeast",
    ]);
  });

  it("are not begun twice, nor ask for the impossible", () => {
    expect(reason(decideNextDraft(["retired", "in_use"]))).toBe("ok");
    expect(reason(decideNextDraft(["in_use", "draft"]))).toBe("framework.draftExists");
    expect(reason(decideSchemeRules({ ...complete, minAssessors: 3 }))).toBe("framework.moreAssessors");
  });
});

describe("two versions compared", () => {
  it("maps criteria by their stable key", () => {
    const after = content([criterion("c"), criterion("b", { code: "K1", minOccasions: 2 })], {
      responseDays: 21,
      certificateValidityMonths: null,
    });
    const { rules, criteria } = compareFrameworks(complete, after);
    expect(rules).toEqual([
      { rule: "responseDays", before: 14, after: 21 },
      { rule: "certificateValidityMonths", before: 60, after: null },
    ]);
    expect(criteria.map(({ kind, stableKey, moved }) => [kind, stableKey, moved])).toEqual([
      ["added", "c", false],
      ["changed", "b", false],
      ["removed", "a", false],
    ]);
    expect(criteria[1]).toMatchObject({
      code: { before: "B", after: "K1" },
      minOccasions: { before: 1, after: 2 },
      texts: [],
    });
  });

  it("names the language of every text that reads differently", () => {
    const { texts, ...rest } = criterion("a");
    const swedish = texts.map((text) =>
      text.locale === "sv" ? { ...text, indicators: ["Tecken", "Ett till"] } : text,
    );
    const { criteria } = compareFrameworks(content([criterion("a")]), content([{ ...rest, texts: swedish }]));
    expect(criteria[0]?.texts).toEqual([
      { field: "indicators", locale: "sv", before: "Tegn", after: "Tecken\nEtt till" },
    ]);
  });

  it("finds nothing between a version and itself, and every criterion in one of the two", () => {
    const keys = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 });
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const [one, other] = [before, after].map((all) => content(all.map((key) => criterion(key))));
        if (!one || !other) return;
        expect(compareFrameworks(one, one).criteria).toEqual([]);
        const found = compareFrameworks(one, other).criteria;
        const of = (kind: string) => found.filter((each) => each.kind === kind).map((each) => each.stableKey);
        expect(of("added")).toEqual(after.filter((key) => !before.includes(key)));
        expect(of("removed")).toEqual(before.filter((key) => !after.includes(key)));
        const common = (all: string[], others: string[]) => all.filter((key) => others.includes(key));
        const sameOrder = common(before, after).join() === common(after, before).join();
        expect(of("changed").length === 0).toBe(sameOrder);
      }),
    );
  });
});
