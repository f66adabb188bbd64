import { describe, expect, it } from "vitest";
import { EnquiryState } from "@/lib/db/generated/enums";
import { answerClock, answerDueAt } from "@/lib/enquiries/rules/answer-clock";
import { decideAnswering, decideAssigning, decideClosing } from "@/lib/enquiries/rules/handling";
import { enquiryTransitions } from "@/lib/enquiries/rules/transitions";

const states = Object.values(EnquiryState);

describe("the response clock", () => {
  it.each([
    ["a Monday", "2027-06-07T08:00:00Z", "2027-06-14T21:59:59.999Z"],
    ["a Friday night, in Copenhagen already Saturday", "2027-06-11T22:30:00Z", "2027-06-18T21:59:59.999Z"],
    ["a Saturday", "2027-06-12T08:00:00Z", "2027-06-18T21:59:59.999Z"],
    ["over the change to winter time", "2027-10-29T08:00:00Z", "2027-11-05T22:59:59.999Z"],
  ])("of %s", (_name, asked, due) => {
    expect(answerDueAt(new Date(asked), "Europe/Copenhagen").toISOString()).toBe(due);
  });

  const due = new Date("2027-06-14T21:59:59.999Z");
  const clock = (now: string, answeredAt: Date | null = null, closed = false) =>
    answerClock({ answerDueAt: due, answeredAt, closed }, new Date(now));
  it("runs from waiting over due to late, and stops", () => {
    expect(clock("2027-06-10T00:00:00Z")).toBe("waiting");
    expect(clock("2027-06-14T00:00:00Z")).toBe("due");
    expect(clock("2027-06-15T00:00:00Z")).toBe("late");
    expect(clock("2027-06-15T00:00:00Z", due)).toBe("answered");
    expect(clock("2027-06-15T00:00:00Z", null, true)).toBe("answered");
  });
});

describe("handling an enquiry", () => {
  it.each(states)("%s may be closed", (state) => {
    expect(decideClosing(state).ok).toBe(enquiryTransitions[state].includes("closed"));
  });
  it.each(states)("%s may be given to a colleague", (state) => {
    expect(decideAssigning(state, true).ok).toBe(state === "new" || state === "assigned");
    expect(decideAssigning(state, false).ok).toBe(false);
  });
  it.each(states)("%s may be answered by whom it was given to", (state) => {
    expect(decideAnswering(state, "me", "me").ok).toBe(state === "assigned");
  });
  it("is answered by nobody else", () => {
    const decision = decideAnswering("assigned", "somebody", "me");
    expect(decision).toMatchObject({ ok: false, refusal: { code: "enquiry.notYours" } });
  });
});
