import { describe, expect, it } from "vitest";
import type { CohortState } from "@/lib/db/generated/enums";
import { type CapacityFacts, decideEnrolment, freeSeats } from "@/lib/enrolments/rules/capacity";

const NOW = new Date("2027-01-10T12:00:00Z");
const facts = (change: Partial<CapacityFacts> = {}): CapacityFacts => ({
  cohortState: "open",
  capacity: 3,
  endsOn: new Date("2027-06-30T00:00:00Z"),
  takenSeats: [],
  waiting: 0,
  lastQueuePosition: 0,
  ...change,
});
const place = (change: Partial<CapacityFacts>, now = NOW) => {
  const decision = decideEnrolment({ ...facts(change), role: "manager" }, now);
  return decision.ok ? decision.value : decision.refusal.code;
};

describe("where somebody who is admitted goes", () => {
  it.each<[string, Partial<CapacityFacts>, unknown]>([
    ["an empty cohort", {}, { kind: "seat", number: 1 }],
    ["one seat taken", { takenSeats: [1] }, { kind: "seat", number: 2 }],
    ["a gap in the middle", { takenSeats: [1, 3] }, { kind: "seat", number: 2 }],
    ["the last seat", { takenSeats: [2, 1] }, { kind: "seat", number: 3 }],
    ["full", { takenSeats: [1, 2, 3] }, { kind: "queue", position: 1 }],
    [
      "full with a queue",
      { takenSeats: [1, 2, 3], waiting: 4, lastQueuePosition: 9 },
      { kind: "queue", position: 10 },
    ],
    [
      "a free seat that somebody waits for",
      { takenSeats: [1, 2], waiting: 1, lastQueuePosition: 1 },
      { kind: "queue", position: 2 },
    ],
    ["nobody waits any more", { takenSeats: [1, 2], lastQueuePosition: 5 }, { kind: "seat", number: 3 }],
    ["a seat beyond a lowered capacity", { capacity: 2, takenSeats: [1, 3] }, { kind: "seat", number: 2 }],
  ])("%s", (_name, change, expected) => {
    expect(place(change)).toEqual(expected);
  });

  it("gives a guest no seat, however full it is", () => {
    const decision = decideEnrolment({ ...facts({ takenSeats: [1, 2, 3], waiting: 2 }), role: "guest" }, NOW);
    expect(decision).toEqual({ ok: true, value: { kind: "guest" } });
  });

  it.each<[CohortState, boolean]>([
    ["draft", false],
    ["open", true],
    ["closed", true],
    ["running", false],
    ["completed", false],
    ["archived", false],
    ["cancelled", false],
  ])("while the cohort is %s: %s", (cohortState, ok) => {
    const expected = ok ? { kind: "seat", number: 1 } : "application.cohortNotFilling";
    expect(place({ cohortState })).toEqual(expected);
  });

  it("ends with the cohort's last day", () => {
    expect(place({}, new Date("2027-06-30T23:59:59.999Z"))).toEqual({ kind: "seat", number: 1 });
    expect(place({}, new Date("2027-07-01T00:00:00Z"))).toBe("enrolment.cohortOver");
  });

  it("lists free seats from the lowest", () => {
    expect(freeSeats(5, [4, 2])).toEqual([1, 3, 5]);
    expect(freeSeats(2, [1, 2, 3])).toEqual([]);
  });
});
