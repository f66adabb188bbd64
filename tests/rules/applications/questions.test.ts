import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weeksOf } from "@/lib/applications/rules/figures";
import { letterWith, REASON_MARK } from "@/lib/applications/rules/letter";
import {
  type Answers,
  decideAnswers,
  decideEditingForm,
  decideForm,
  isAsked,
  MAX_QUESTIONS,
  numberIn,
  type Question,
} from "@/lib/applications/rules/questions";

const question = (key: string, more: Partial<Question> = {}): Question => ({
  key,
  kind: "text",
  label: key,
  hint: "",
  required: true,
  options: [],
  minimum: null,
  maximum: null,
  shownWhenKey: null,
  shownWhenValue: null,
  ...more,
});
const leads = question("leads", { kind: "choice", options: ["Ja", "Nej"] });
const staff = question("staff", {
  kind: "number",
  minimum: 1,
  maximum: 500,
  shownWhenKey: "leads",
  shownWhenValue: "Ja",
});
const proof = question("proof", { kind: "file", shownWhenKey: "staff", shownWhenValue: "5" });
const agree = question("agree", { kind: "consent" });
const form = [leads, staff, agree];

const refusal = (answers: Answers, questions = form) => {
  const decision = decideAnswers(questions, answers);
  return decision.ok ? "ok" : `${decision.refusal.code} ${decision.refusal.field}`;
};

describe("what is asked", () => {
  it("follows the answer that a question depends on, and the one before that", () => {
    expect(isAsked(staff, form, {})).toBe(false);
    expect(isAsked(staff, form, { leads: "Ja" })).toBe(true);
    const chain = [leads, staff, proof];
    expect(isAsked(proof, chain, { leads: "Nej", staff: "5" })).toBe(false);
    expect(isAsked(proof, chain, { leads: "Ja", staff: "5" })).toBe(true);
  });
});

describe("answers", () => {
  it.each([
    [{ leads: "Nej", agree: "on" }, "ok"],
    [{ leads: "Ja", staff: "12", agree: "on" }, "ok"],
    [{ leads: "Ja", agree: "on" }, "question.missing answers.staff"],
    [{ leads: "Måske", agree: "on" }, "question.notOption answers.leads"],
    [{ leads: "Ja", staff: "mange", agree: "on" }, "question.notNumber answers.staff"],
    [{ leads: "Ja", staff: "0", agree: "on" }, "question.tooSmall answers.staff"],
    [{ leads: "Ja", staff: "501", agree: "on" }, "question.tooBig answers.staff"],
    [{ leads: "Nej" }, "question.consentMissing answers.agree"],
  ])("%j: %s", (answers, expected) => {
    expect(refusal(answers)).toBe(expected);
  });

  it("may be left out where they are not required", () => {
    expect(refusal({}, [question("why", { required: false })])).toBe("ok");
    expect(refusal({}, [question("cv", { kind: "file" })])).toBe("question.missing files.cv");
  });

  it("that are whole for a form are whole whatever was typed into what is not asked", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(refusal({ leads: "Nej", agree: "on", staff: typed })).toBe("ok");
      }),
    );
  });
});

describe("a form", () => {
  it.each([
    ["in order", form, "ok"],
    ["a condition before its question", [staff, leads], "question.conditionLater"],
    [
      "a condition on an answer that is not there",
      [leads, { ...staff, shownWhenValue: "Måske" }],
      "question.conditionUnfit",
    ],
    ["a choice of one", [{ ...leads, options: ["Ja"] }], "question.options"],
    ["a choice with the same twice", [{ ...leads, options: ["Ja", "Ja"] }], "question.options"],
    [
      "bounds the wrong way round",
      [question("n", { kind: "number", minimum: 5, maximum: 4 })],
      "question.bounds",
    ],
    [
      "too many questions",
      Array.from({ length: MAX_QUESTIONS + 1 }, (_, n) => question(`q${n}`)),
      "question.tooMany",
    ],
  ])("%s", (_case, questions, expected) => {
    const decision = decideForm(questions);
    expect(decision.ok ? "ok" : decision.refusal.code).toBe(expected);
  });

  it("is changed until the cohort begins", () => {
    expect((["draft", "open", "closed"] as const).every((state) => decideEditingForm(state).ok)).toBe(true);
    expect(
      (["running", "completed", "archived", "cancelled"] as const).some(
        (state) => decideEditingForm(state).ok,
      ),
    ).toBe(false);
  });
});

it.each([
  ["12", 12],
  ["1.200", 1200],
  ["1 200", 1200],
  ["-3", -3],
  ["1,5", null],
  ["tolv", null],
  ["", null],
])("reads %j as %j", (text, expected) => {
  expect(numberIn(text)).toBe(expected);
});

it("shows the letter with the reason as it will stand there", () => {
  const text = `Hej\n\n> ${REASON_MARK}\n\nHilsen`;
  expect(letterWith(text, "Første linje\nAnden")).toBe("Hej\n\n> Første linje\n> Anden\n\nHilsen");
  expect(letterWith(text, " ")).toContain("> …");
  expect(letterWith(text, "$& $1")).toContain("> $& $1");
});

it("fills the weeks between, and adds up", () => {
  const weeks = weeksOf([
    { week: "2026-05-04", applied: 3, seated: 0 },
    { week: "2026-05-25", applied: 1, seated: 2 },
  ]);
  expect(weeks).toEqual([
    { week: "2026-05-04", applied: 3, seated: 0 },
    { week: "2026-05-11", applied: 3, seated: 0 },
    { week: "2026-05-18", applied: 3, seated: 0 },
    { week: "2026-05-25", applied: 4, seated: 2 },
  ]);
  expect(weeksOf([])).toEqual([]);
});
