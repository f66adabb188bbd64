import { describe, expect, it } from "vitest";
import { decideTimes, wallColumn, wallTimeIn } from "@/lib/sessions/rules/times";

const at = (day: string, from: string, to: string, zone = "Europe/Copenhagen") => {
  const decision = decideTimes({ day, from, to }, zone);
  return decision.ok
    ? [decision.value.startsAt.toISOString(), decision.value.endsAt.toISOString()]
    : [decision.refusal.code, decision.refusal.field];
};

describe("wall times become instants", () => {
  it.each([
    ["winter", "2027-01-13", "09:00", "16:00", ["2027-01-13T08:00:00.000Z", "2027-01-13T15:00:00.000Z"]],
    ["summer", "2027-07-13", "09:00", "16:00", ["2027-07-13T07:00:00.000Z", "2027-07-13T14:00:00.000Z"]],
    // 28 March 2027: clocks go from 02:00 to 03:00.
    [
      "the night of spring",
      "2027-03-28",
      "01:00",
      "04:00",
      ["2027-03-28T00:00:00.000Z", "2027-03-28T02:00:00.000Z"],
    ],
    ["a time left out", "2027-03-28", "02:30", "04:00", ["time.leftOut", "from"]],
    ["an end left out", "2027-03-28", "01:00", "02:30", ["time.leftOut", "to"]],
    // 31 October 2027: 02:00 to 03:00 comes twice; the first is meant.
    [
      "a time that comes twice",
      "2027-10-31",
      "02:30",
      "04:00",
      ["2027-10-31T00:30:00.000Z", "2027-10-31T03:00:00.000Z"],
    ],
    ["it ends before it begins", "2027-01-13", "16:00", "09:00", ["session.endsBeforeStart", "to"]],
    ["it ends as it begins", "2027-01-13", "16:00", "16:00", ["session.endsBeforeStart", "to"]],
    ["fifteen hours", "2027-01-13", "08:00", "23:00", ["session.tooLong", "to"]],
    ["no time", "2027-01-13", "25:00", "26:00", ["time.malformed", "from"]],
  ])("%s", (_name, day, from, to, expected) => expect(at(day, from, to)).toEqual(expected));

  it("follows the zone", () => {
    expect(at("2027-07-13", "09:00", "10:00", "Europe/Helsinki")[0]).toBe("2027-07-13T06:00:00.000Z");
    expect(at("2027-07-13", "09:00", "10:00", "Nowhere/At_All")).toEqual(["time.unknownZone", "from"]);
  });

  it("keeps its digits in the column without a zone", () => {
    expect(wallColumn("2027-03-28T03:30").toISOString()).toBe("2027-03-28T03:30:00.000Z");
    expect(wallTimeIn(wallColumn("2027-03-28T03:30"))).toBe("2027-03-28T03:30");
  });
});
