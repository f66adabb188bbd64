import { describe, expect, it } from "vitest";
import {
  type DecisionFacts,
  decideDecision,
  decideRecommendation,
  type Outcome,
} from "@/lib/certification/rules/decision";
import { decideException } from "@/lib/certification/rules/exception";
import { decideOpeningHearing, decideStatement } from "@/lib/certification/rules/hearing";
import { decideImpartial, type Involvement, type Part } from "@/lib/certification/rules/impartiality";
import type { Evaluation } from "@/lib/certification/rules/requirements";
import { dayOf, endOfDay } from "@/lib/core/dates";
import type { Decision } from "@/lib/core/decision";
import { uninvolved } from "../../factories/involvement";

const NOW = new Date("2026-05-13T12:00:00Z");
const ZONE = "Europe/Copenhagen";
const codeOf = (decision: Decision<unknown>) => (decision.ok ? "yes" : decision.refusal.code);

const complete: Evaluation = {
  requirements: [
    {
      kind: "attendance",
      status: "met",
      have: 90,
      need: 80,
      evidenceIds: [],
      exceptionId: null,
      attainable: true,
    },
  ],
  criteria: [],
  complete: true,
  daysLeft: 5,
  windowClosed: false,
  visitBooked: false,
};
const lacking: Evaluation = {
  ...complete,
  complete: false,
  requirements: complete.requirements.map((each) => ({ ...each, status: "unmet", have: 10 })),
};

const facts: DecisionFacts = {
  state: "recommended",
  evaluation: complete,
  involvement: uninvolved,
  criterionCodes: ["K1", "K2"],
  evidenceHash: "same",
  altered: 0,
  recommendation: { evidenceHash: "same" },
  hearing: null,
};
const outcome: Outcome = {
  outcome: "certified",
  reasonRules: "",
  reasonMain: "Alt er set.",
  reasonFacts: "",
  repeatCriteria: [],
  repeatGuidance: "",
  repeatDueOn: null,
  appealGuidance: "",
};
const repeat: Outcome = {
  ...outcome,
  outcome: "repeat_requested",
  repeatCriteria: ["K2"],
  repeatGuidance: "Vis det.",
  repeatDueOn: "2026-05-14",
};
const refusal: Outcome = {
  ...outcome,
  outcome: "not_certified",
  reasonRules: "§ 4",
  reasonFacts: "To observationer",
  appealGuidance: "Inden fire uger",
};
const answered = { dueAt: new Date("2026-06-01T00:00:00Z"), statementAt: NOW };
const running = { ...answered, statementAt: null };
const ended = { dueAt: NOW, statementAt: null };

describe("who may take which part in a case", () => {
  const unbiased = ["release", "steer", "lookAfter"] as const satisfies Part[];
  const afterwards = ["appeal", "complaint", "review"] as const satisfies Part[];
  const parts: Part[] = ["recommend", "decide", "hear", "except", ...unbiased, ...afterwards];
  /** For each thing that can tie somebody to a case: the parts that it leaves open. */
  const table: [keyof Involvement, unknown, Part[]][] = [
    ["ofBody", false, []],
    ["isParticipant", true, []],
    ["teaches", true, []],
    ["trainedLately", true, []],
    ["isLineManager", true, []],
    ["sharesEmployer", true, []],
    ["declared", "bar", []],
    ["declared", "manage", parts],
    ["declared", "clear", parts],
    ["observed", true, ["recommend", ...unbiased]],
    ["recommended", true, ["recommend", ...unbiased, ...afterwards]],
    ["excepted", true, ["except", ...unbiased, ...afterwards]],
    ["openedHearing", true, ["recommend", "decide", "hear", ...unbiased, ...afterwards]],
    ["decided", true, ["recommend", "decide", "hear", ...unbiased]],
    ["released", true, ["recommend", "decide", "hear", "except", ...unbiased]],
    ["tookPartBefore", true, ["recommend", "decide", "hear", "except", ...unbiased]],
  ];
  it.each(table)("%s %s", (tie, value, open) => {
    const who = { ...uninvolved, [tie]: value };
    expect(parts.filter((part) => decideImpartial(part, who).ok)).toEqual(
      parts.filter((part) => open.includes(part)),
    );
  });

  it("anybody of the body who is near to nothing may take any", () => {
    expect(parts.every((part) => decideImpartial(part, uninvolved).ok)).toBe(true);
  });
});

describe("a recommendation", () => {
  it.each([
    ["collecting", complete, "certified", "case.notReady"],
    ["ready", complete, "certified", "yes"],
    ["ready", complete, "repeat_requested", "yes"],
    ["ready", lacking, "certified", "case.requirementUnmet"],
    ["ready", lacking, "not_certified", "yes"],
    ["recommended", complete, "certified", "case.alreadyRecommended"],
    ["hearing", complete, "certified", "case.transition"],
    ["released", complete, "certified", "case.transition"],
  ] as const)("in %s", (state, evaluation, given, code) => {
    expect(
      codeOf(decideRecommendation({ state, evaluation, involvement: uninvolved, altered: 0 }, given)),
    ).toBe(code);
  });
});

describe("a decision", () => {
  const cases: [string, Partial<DecisionFacts>, Outcome, string][] = [
    ["certifies on met requirements", {}, outcome, "yes"],
    ["also out of a hearing", { state: "hearing" }, outcome, "yes"],
    ["needs a recommendation", { state: "ready", recommendation: null }, outcome, "case.notRecommended"],
    ["needs a recommendation of this round", { recommendation: null }, outcome, "case.notRecommended"],
    ["is made once", { state: "decided" }, outcome, "case.alreadyDecided"],
    ["is made once, also after the release", { state: "released" }, outcome, "case.alreadyDecided"],
    ["rests on observations that say what was submitted", { altered: 1 }, outcome, "case.evidenceAltered"],
    ["rests on unchanged evidence", { evidenceHash: "other" }, outcome, "case.evidenceChanged"],
    [
      "is for the impartial",
      { involvement: { ...uninvolved, observed: true } },
      outcome,
      "case.barred.observed",
    ],
    [
      "is not the recommender's",
      { involvement: { ...uninvolved, recommended: true } },
      outcome,
      "case.barred.recommended",
    ],
    ["grants nothing on unmet requirements", { evaluation: lacking }, outcome, "case.requirementUnmet"],
    ["gives its main considerations", {}, { ...outcome, reasonMain: " " }, "case.reasonMain"],
    ["asks for a repeat", {}, repeat, "yes"],
    ["asks for a repeat on unmet requirements", { evaluation: lacking }, repeat, "yes"],
    ["names what to repeat", {}, { ...repeat, repeatCriteria: [] }, "case.repeatCriteria"],
    ["names known criteria", {}, { ...repeat, repeatCriteria: ["K1", "K9"] }, "case.repeatUnknown"],
    ["guides a repeat", {}, { ...repeat, repeatGuidance: "" }, "case.repeatGuidance"],
    ["sets a deadline for a repeat", {}, { ...repeat, repeatDueOn: null }, "case.repeatDue"],
    ["sets one that is still to come", {}, { ...repeat, repeatDueOn: "2026-05-13" }, "case.repeatDue"],
    ["refuses after an answered hearing", { hearing: answered }, refusal, "yes"],
    ["refuses after a hearing that has ended", { hearing: ended }, refusal, "yes"],
    ["does not refuse unheard", {}, refusal, "case.hearingMissing"],
    ["does not refuse while the hearing runs", { hearing: running }, refusal, "case.hearingRunning"],
    [
      "names the rules of a refusal",
      { hearing: answered },
      { ...refusal, reasonRules: "" },
      "case.reasonRules",
    ],
    [
      "names the facts of a refusal",
      { hearing: answered },
      { ...refusal, reasonFacts: "" },
      "case.reasonFacts",
    ],
    ["guides on appeal", { hearing: answered }, { ...refusal, appealGuidance: " " }, "case.appealGuidance"],
  ];
  it.each(cases)("%s", (_what, given, decided, code) => {
    expect(codeOf(decideDecision({ ...facts, ...given }, decided, NOW))).toBe(code);
  });
});

describe("a hearing", () => {
  const endOfDayIn = (days: number) => endOfDay(dayOf(new Date(+NOW + days * 86_400_000), ZONE), ZONE);
  it.each([
    [{}, 14, "yes"],
    [{}, 13, "case.hearingTooShort"],
    [{ state: "hearing" }, 20, "case.hearingOpen"],
    [{ state: "ready" }, 20, "case.notRecommended"],
    [{ evidenceHash: "other" }, 20, "case.evidenceChanged"],
    [{ involvement: { ...uninvolved, recommended: true } }, 20, "case.barred.recommended"],
  ] as const)("opened with %o and %d days", (given, days, code) => {
    expect(codeOf(decideOpeningHearing({ ...facts, ...given }, endOfDayIn(days), NOW, ZONE))).toBe(code);
  });

  it.each([
    ["early in the morning", "2026-05-12T22:01:00Z"],
    ["late in the evening", "2026-05-13T21:59:00Z"],
    ["before the clocks go back", "2026-10-20T10:00:00Z"],
    ["before the clocks go forward", "2026-03-20T22:30:00Z"],
  ])("leaves fourteen whole days, opened %s", (_, at) => {
    const now = new Date(at);
    const opened = new Date(`${dayOf(now, ZONE)}T12:00:00Z`);
    const on = (days: number) => endOfDay(dayOf(new Date(+opened + days * 86_400_000), ZONE), ZONE);
    const said = (days: number) => codeOf(decideOpeningHearing(facts, on(days), now, ZONE));
    expect([said(13), said(14)]).toEqual(["case.hearingTooShort", "yes"]);
  });

  it.each([
    ["hearing", running, "yes"],
    ["hearing", ended, "yes"],
    ["hearing", { ...ended, dueAt: new Date(NOW.getTime() - 1) }, "case.hearingOver"],
    ["hearing", answered, "case.statementGiven"],
    ["hearing", null, "case.noHearing"],
    ["decided", running, "case.noHearing"],
  ] as const)("answered in %s", (state, hearing, code) => {
    expect(codeOf(decideStatement(state, hearing, NOW))).toBe(code);
  });
});

describe("an exception", () => {
  it.each([
    ["collecting", lacking, uninvolved, "yes"],
    ["hearing", lacking, uninvolved, "yes"],
    ["collecting", complete, uninvolved, "case.nothingToExcept"],
    ["decided", lacking, uninvolved, "case.alreadyDecided"],
    ["recommended", lacking, { ...uninvolved, recommended: true }, "case.barred.recommended"],
    ["recommended", lacking, { ...uninvolved, observed: true }, "case.barred.observed"],
  ] as const)("in %s", (state, evaluation, involvement, code) => {
    expect(codeOf(decideException({ state, evaluation, involvement }, "attendance"))).toBe(code);
  });
});
