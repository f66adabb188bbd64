import { describe, expect, it } from "vitest";
import type { CohortState } from "@/lib/db/generated/enums";
import { type CapacityFacts, decideEnrolment } from "@/lib/enrolments/rules/capacity";
import { type Belonging, isReleased } from "@/lib/enrolments/rules/seat-class";

const NOW = new Date("2027-01-10T12:00:00Z");
const facts = (change: Partial<CapacityFacts> = {}): CapacityFacts => ({
  cohortState: "open",
  capacity: 3,
  endsOn: new Date("2027-06-30T00:00:00Z"),
  takenSeats: [],
  keptSeats: [],
  waiting: 0,
  waitingFrom: [],
  lastQueuePosition: 0,
  ...change,
});
const NOBODYS = { organisationId: null, trackId: null };
const place = (change: Partial<CapacityFacts>, now = NOW, who: Belonging = NOBODYS) => {
  const decision = decideEnrolment({ ...facts(change), ...who, role: "manager" }, now);
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
    const decision = decideEnrolment(
      { ...facts({ takenSeats: [1, 2, 3], waiting: 2 }), ...NOBODYS, role: "guest" },
      NOW,
    );
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
});

describe("where seats are kept", () => {
  const odense = { organisationId: "odense", trackId: null };
  const managers = { organisationId: null, trackId: "managers" };
  const odenseManager = { organisationId: "odense", trackId: "managers" };
  const keptSeats = [
    { number: 1, ...odense },
    { number: 2, ...managers },
  ];
  it.each<[string, Partial<CapacityFacts>, Belonging, unknown]>([
    ["somebody else takes an open one", {}, NOBODYS, { kind: "seat", number: 3 }],
    ["theirs before an open one", {}, odense, { kind: "seat", number: 1 }],
    ["the organisation's before the track's", {}, odenseManager, { kind: "seat", number: 1 }],
    [
      "the track's when the organisation's is taken",
      { takenSeats: [1] },
      odenseManager,
      { kind: "seat", number: 2 },
    ],
    ["an open one when theirs are taken", { takenSeats: [1] }, odense, { kind: "seat", number: 3 }],
    ["others queue though kept ones are free", { takenSeats: [3] }, NOBODYS, { kind: "queue", position: 1 }],
    [
      "theirs is free though others wait",
      { takenSeats: [3], waiting: 1, waitingFrom: [NOBODYS] },
      odense,
      { kind: "seat", number: 1 },
    ],
    [
      "behind one of their own who waits",
      { takenSeats: [3], waiting: 1, waitingFrom: [odense] },
      odense,
      { kind: "queue", position: 1 },
    ],
    [
      "an open one belongs to whoever waits, wherever from",
      { takenSeats: [1, 2], waiting: 1, waitingFrom: [odense] },
      NOBODYS,
      { kind: "queue", position: 1 },
    ],
  ])("%s", (_name, change, who, expected) => {
    expect(place({ keptSeats, ...change }, NOW, who)).toEqual(expected);
  });

  it("ends at its instant", () => {
    expect(isReleased(null, NOW)).toBe(false);
    expect(isReleased(NOW, new Date(NOW.getTime() - 1))).toBe(false);
    expect(isReleased(NOW, NOW)).toBe(true);
  });
});
