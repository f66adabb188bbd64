import { describe, expect, it } from "vitest";
import { decideSubstituting, decideTransferring } from "@/lib/enrolments/rules/handing-over";
import { isBilled, leavingSteps, owedOnLeaving } from "@/lib/enrolments/rules/terms";

const terms = { cancelFreeDays: 30, cancelLatePercent: 50, cancelStartedPercent: 100 };
const START = "2027-05-31";

describe("what leaving costs", () => {
  it.each([
    ["2027-01-01", 0],
    ["2027-05-01", 0],
    ["2027-05-02", 50],
    ["2027-05-30", 50],
    ["2027-05-31", 100],
    ["2027-09-01", 100],
  ])("on %s: %i %%", (today, percent) => expect(owedOnLeaving(terms, START, today)).toBe(percent));

  it("is told as stretches of time, those that cost the same as one", () => {
    expect(leavingSteps(terms, START)).toEqual([
      { lastDay: "2027-05-01", percent: 0 },
      { lastDay: "2027-05-30", percent: 50 },
      { lastDay: null, percent: 100 },
    ]);
    const free = { cancelFreeDays: 0, cancelLatePercent: 0, cancelStartedPercent: 0 };
    expect(leavingSteps(free, START)).toEqual([{ lastDay: null, percent: 0 }]);
    expect(leavingSteps({ ...free, cancelStartedPercent: 100 }, START)).toEqual([
      { lastDay: "2027-05-30", percent: 0 },
      { lastDay: null, percent: 100 },
    ]);
    expect(owedOnLeaving({ ...terms, cancelFreeDays: 1 }, START, "2027-05-30")).toBe(0);
  });

  it.each([
    [{ priceMinor: 100, payer: "organisation" }, true],
    [{ priceMinor: 100, payer: "self" }, true],
    [{ priceMinor: 100, payer: "agreement" }, false],
    [{ priceMinor: null, payer: "organisation" }, false],
    [{ priceMinor: 0, payer: "organisation" }, false],
  ] as const)("a seat %j is billed: %s", (seat, billed) => expect(isBilled(seat)).toBe(billed));
});

describe("taking over a seat", () => {
  const facts = {
    state: "active",
    cohortState: "running",
    organisationId: "odense",
    isSamePerson: false,
    worksAt: ["odense"],
    alreadyEnrolled: false,
    hasOpenApplication: false,
    teachesHere: false,
  } as const;
  it.each([
    [{}, "ok"],
    [{ worksAt: [] }, "ok"],
    [{ state: "reserved", cohortState: "open" }, "ok"],
    [{ state: "paused" }, "enrolment.pausedFirst"],
    [{ state: "completed" }, "enrolment.over"],
    [{ state: "withdrawn" }, "enrolment.over"],
    [{ cohortState: "completed" }, "enrolment.cohortOver"],
    [{ organisationId: null }, "enrolment.substituteNoOrganisation"],
    [{ isSamePerson: true }, "enrolment.substituteSame"],
    [{ worksAt: ["vejle"] }, "enrolment.substituteElsewhere"],
    [{ alreadyEnrolled: true }, "enrolment.alreadyEnrolled"],
    [{ hasOpenApplication: true }, "enrolment.substituteApplied"],
    [{ teachesHere: true }, "enrolment.substituteTeaches"],
  ] as const)("%j: %s", (change, expected) => {
    const decision = decideSubstituting({ ...facts, ...change });
    expect(decision.ok ? "ok" : decision.refusal.code).toBe(expected);
  });
});

describe("moving to another cohort", () => {
  const target = {
    cohortId: "b",
    programmeId: "p",
    cohortState: "open",
    seat: 1,
    alreadyEnrolled: false,
    hasOpenApplication: false,
  } as const;
  it.each([
    ["active", {}, "ok"],
    ["paused", {}, "enrolment.pausedFirst"],
    ["completed", {}, "enrolment.over"],
    ["active", { cohortId: "a" }, "enrolment.transferSame"],
    ["active", { programmeId: "q" }, "enrolment.transferOtherProgramme"],
    ["active", { cohortState: "running" }, "enrolment.transferNotFilling"],
    ["active", { alreadyEnrolled: true }, "enrolment.transferAlready"],
    ["active", { hasOpenApplication: true }, "enrolment.transferApplied"],
    ["active", { seat: null }, "enrolment.transferFull"],
  ] as const)("%s to %j: %s", (state, change, expected) => {
    const decision = decideTransferring({
      state,
      programmeId: "p",
      cohortId: "a",
      target: { ...target, ...change },
    });
    expect(decision.ok ? "ok" : decision.refusal.code).toBe(expected);
  });
});
