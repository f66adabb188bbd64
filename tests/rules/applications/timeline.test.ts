import { describe, expect, it } from "vitest";
import { trayOf, trays } from "@/lib/applications/rules/inbox";
import { applicationTimeline, nextStep, type TimelineFacts } from "@/lib/applications/rules/timeline";
import { applicationTransitions } from "@/lib/applications/rules/transitions";

const day = (n: number) => new Date(Date.UTC(2027, 0, n));
const base: TimelineFacts = {
  state: "submitted",
  submittedAt: day(1),
  decidedAt: null,
  updatedAt: day(20),
  approval: null,
  queue: null,
  enrolment: null,
  forwards: [],
};
const asked = { askedAt: day(2), expiresAt: day(16), answeredAt: null, approved: null };
const approved = { ...asked, answeredAt: day(3), approved: true };
const queued = { state: "waiting" as const, joinedAt: day(5), offeredAt: null, answeredAt: null };
const seat = { state: "reserved" as const, createdAt: day(9), endedAt: null };

const steps = (facts: TimelineFacts) => applicationTimeline(facts).map((entry) => entry.step);

describe("the timeline", () => {
  it.each<[string, TimelineFacts, string[], string]>([
    ["a draft", { ...base, state: "draft", submittedAt: null }, [], "draft"],
    ["just sent", base, ["submitted"], "staffDecide"],
    [
      "with the manager",
      { ...base, state: "manager_pending", approval: asked },
      ["submitted", "managerAsked"],
      "managerAnswers",
    ],
    [
      "approved",
      { ...base, state: "manager_approved", approval: approved },
      ["submitted", "managerAsked", "managerApproved"],
      "staffDecide",
    ],
    [
      "declined by the manager",
      { ...base, state: "manager_declined", approval: { ...approved, approved: false } },
      ["submitted", "managerAsked", "managerDeclined"],
      "none",
    ],
    [
      "passed on to a deputy",
      {
        ...base,
        state: "manager_pending",
        approval: asked,
        forwards: [{ toName: "Bo Deputy", forwardedAt: day(4) }],
      },
      ["submitted", "managerAsked", "managerForwarded"],
      "managerAnswers",
    ],
    ["being read", { ...base, state: "under_review" }, ["submitted"], "staffDeciding"],
    ["queued", { ...base, state: "waitlisted", queue: queued }, ["submitted", "queued"], "waitForSeat"],
    [
      "offered",
      { ...base, state: "waitlisted", queue: { ...queued, state: "offered", offeredAt: day(7) } },
      ["submitted", "queued", "offered"],
      "answerOffer",
    ],
    [
      "offer refused",
      {
        ...base,
        state: "withdrawn",
        queue: { ...queued, state: "refused", offeredAt: day(7), answeredAt: day(8) },
      },
      ["submitted", "queued", "offered", "offerRefused"],
      "none",
    ],
    [
      "offer expired",
      {
        ...base,
        state: "withdrawn",
        queue: { ...queued, state: "expired", offeredAt: day(7), answeredAt: day(10) },
      },
      ["submitted", "queued", "offered", "offerExpired"],
      "none",
    ],
    ["declined", { ...base, state: "declined", decidedAt: day(6) }, ["submitted", "declined"], "none"],
    ["withdrawn", { ...base, state: "withdrawn" }, ["submitted", "withdrawn"], "none"],
    ["admitted", { ...base, state: "admitted", enrolment: seat }, ["submitted", "enrolled"], "begins"],
    [
      "left again",
      { ...base, state: "admitted", enrolment: { ...seat, state: "withdrawn", endedAt: day(12) } },
      ["submitted", "enrolled", "left"],
      "none",
    ],
  ])("of one that is %s", (_name, facts, expected, next) => {
    expect(steps(facts)).toEqual(expected);
    expect(nextStep(facts, day(4))).toBe(next);
  });

  it("asks to ask again once the manager's link is no longer good", () => {
    const facts: TimelineFacts = { ...base, state: "manager_pending", approval: asked };
    expect(nextStep(facts, new Date(day(16).getTime() - 1))).toBe("managerAnswers");
    expect(nextStep(facts, day(16))).toBe("askAgain");
  });
});

describe("the inbox", () => {
  it("has a tray for every state but the draft", () => {
    const held = Object.values(trays).flat();
    expect([...held, "draft"].sort()).toEqual(Object.keys(applicationTransitions).sort());
  });

  it("opens the first tray for an address that names none", () => {
    expect(trayOf(undefined)).toBe("todo");
    expect(trayOf("queued")).toBe("queued");
    expect(trayOf("toString")).toBe("todo");
  });
});
