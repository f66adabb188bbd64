import { expect, it } from "vitest";
import { VisitState } from "@/lib/db/generated/enums";
import { endsWithParticipation } from "@/lib/observations/rules/ending-visits";

const NOW = new Date("2027-03-01T12:00:00Z");
const AHEAD = new Date("2027-03-01T12:00:00.001Z");

it.each<[VisitState, boolean, boolean]>([
  ["requested", true, true],
  ["proposed", true, true],
  ["booked", true, false],
  ["done", false, false],
  ["missed", false, false],
  ["cancelled", false, false],
])("a visit that is %s ends with the participation ahead: %s, begun: %s", (state, ahead, begun) => {
  const ends = (startsAt: Date, isObserved = false) =>
    endsWithParticipation({ state, startsAt, isObserved }, NOW);
  expect([ends(AHEAD), ends(NOW)]).toEqual([ahead, begun]);
  expect(ends(AHEAD, true)).toBe(false);
});

it("is said of every state", () => {
  expect(Object.keys(VisitState)).toHaveLength(6);
});
