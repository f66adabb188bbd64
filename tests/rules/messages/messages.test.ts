import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decideText,
  type FieldValues,
  filled,
  messageFields,
  needsSession,
} from "@/lib/messages/rules/fields";
import { decideCallingOff, decideSchedule, dueReminders } from "@/lib/messages/rules/sending";

const values = Object.fromEntries(messageFields.map((field) => [field, `<${field}>`])) as FieldValues;
const code = (decision: ReturnType<typeof decideText>) => (decision.ok ? "yes" : decision.refusal.code);

describe("a text with fields", () => {
  it.each([
    ["Hej {{name}}", "Hej <name>"],
    ["{{ name }} på {{cohort}}", "<name> på <cohort>"],
    ["Uden felter", "Uden felter"],
  ])("%s becomes %s", (text, full) => {
    expect(code(decideText(text, "body"))).toBe("yes");
    expect(filled(text, values)).toBe(full);
  });

  it.each([
    ["{{navn}}", "message.fieldUnknown"],
    ["{{constructor}}", "message.fieldUnknown"],
    ["{{}}", "message.fieldUnknown"],
    ["Hej {{name", "message.fieldBroken"],
    ["Hej name}}", "message.fieldBroken"],
  ])("%s is refused as %s", (text, refusal) => expect(code(decideText(text, "body"))).toBe(refusal));

  // With a pattern for the blanks these took minutes, in which the process served nobody.
  it.each([`{{${" ".repeat(5000)}a`, "{{".repeat(3000), `{{${"name ".repeat(1000)}`])(
    "is refused at once where it only begins a field (%#)",
    (text) => expect(code(decideText(text, "body"))).toBe("message.fieldBroken"),
  );

  it("does not fill in what a value says", () =>
    expect(filled("{{name}}", { ...values, name: "{{cohort}}" })).toBe("{{cohort}}"));

  it("leaves nothing behind of a text that was allowed", () => {
    const piece = fc.oneof(fc.constantFrom(...messageFields.map((field) => `{{${field}}}`)), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(" ");
        if (decideText(text, "body").ok) expect(filled(text, values)).not.toMatch(/\{\{|\}\}/);
      }),
    );
  });

  it("tells whether it speaks of a session", () => {
    expect([needsSession("{{time}}"), needsSession("{{deadline}}")]).toEqual([true, false]);
  });
});

describe("sending", () => {
  const now = new Date("2027-01-10T08:00:00Z");
  const at = (text: string) => new Date(text);

  it.each([
    ["draft", "2027-01-10T08:00:00Z", "message.cohortDraft"],
    ["open", "2027-01-10T08:00:00Z", "yes"],
    ["completed", "2027-06-01T08:00:00Z", "yes"],
    ["open", "2029-01-10T08:00:00Z", "message.tooFarAhead"],
  ] as const)("to a cohort that is %s at %s: %s", (state, sendAt, answer) =>
    expect(code(decideSchedule(state, at(sendAt), now))).toBe(answer),
  );

  it.each([
    ["scheduled", "yes"],
    ["sent", "message.notScheduled"],
    ["cancelled", "message.notScheduled"],
  ] as const)("called off when %s: %s", (state, answer) =>
    expect(code(decideCallingOff(state))).toBe(answer),
  );

  it.each([
    ["a minute too early", "2027-01-12T08:01:00Z", 0],
    ["on time", "2027-01-12T08:00:00Z", 1],
    ["late, the occasion still to come", "2027-01-10T08:00:01Z", 1],
    ["after the occasion", "2027-01-10T08:00:00Z", 0],
  ])("a reminder 48 hours before is due: %s", (_, occasion, count) => {
    const reminder = { id: "r", kind: "session", hoursBefore: 48 } as const;
    expect(dueReminders(reminder, [{ id: "s", at: at(occasion) }], now)).toHaveLength(count);
  });
});
