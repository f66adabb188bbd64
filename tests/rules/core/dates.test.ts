import { describe, expect, it } from "vitest";
import { civilDay, dayOf, endOfDay, instantOf, wallTimeOf } from "@/lib/core/dates";

const COPENHAGEN = "Europe/Copenhagen";

/** What `instantOf` gives, as one word. */
function outcome(wallTime: string, zone: string): string {
  const decision = instantOf(wallTime, zone);
  return decision.ok ? decision.value.toISOString() : decision.refusal.code;
}

describe("instantOf", () => {
  it.each([
    ["winter", "2026-01-15T09:00", COPENHAGEN, "2026-01-15T08:00:00.000Z"],
    ["summer", "2026-05-13T09:00", COPENHAGEN, "2026-05-13T07:00:00.000Z"],
    ["Stockholm, the same day", "2026-05-13T09:00", "Europe/Stockholm", "2026-05-13T07:00:00.000Z"],
    ["UTC", "2026-05-13T09:00", "UTC", "2026-05-13T09:00:00.000Z"],
    ["the minute before the clocks go forward", "2026-03-29T01:59", COPENHAGEN, "2026-03-29T00:59:00.000Z"],
    ["a time that the change leaves out", "2026-03-29T02:30", COPENHAGEN, "time.leftOut"],
    ["the first minute after it", "2026-03-29T03:00", COPENHAGEN, "2026-03-29T01:00:00.000Z"],
    [
      "the hour that occurs twice: the first of the two",
      "2026-10-25T02:30",
      COPENHAGEN,
      "2026-10-25T00:30:00.000Z",
    ],
    ["after it", "2026-10-25T03:00", COPENHAGEN, "2026-10-25T02:00:00.000Z"],
    ["a leap day", "2028-02-29T12:00", COPENHAGEN, "2028-02-29T11:00:00.000Z"],
    ["not a leap day", "2026-02-29T12:00", COPENHAGEN, "time.malformed"],
    ["no time of day", "2026-02-28", COPENHAGEN, "time.malformed"],
    ["an hour that no day has", "2026-02-28T25:00", COPENHAGEN, "time.malformed"],
    ["a zone that nobody knows", "2026-02-28T12:00", "Europe/Aarhus", "time.unknownZone"],
  ])("%s", (_case, wallTime, zone, expected) => {
    expect(outcome(wallTime, zone)).toBe(expected);
  });

  it("is undone by wallTimeOf on every hour of a year", () => {
    for (let hour = 0; hour < 366 * 24; hour++) {
      const instant = new Date(Date.UTC(2026, 0, 1, hour));
      const wallTime = wallTimeOf(instant, COPENHAGEN);
      const back = outcome(wallTime, COPENHAGEN);
      const repeated = wallTime.startsWith("2026-10-25T02");
      expect(back).toBe(repeated ? `2026-10-25T00:00:00.000Z` : instant.toISOString());
    }
  });
});

describe("days and deadlines", () => {
  it.each([
    ["in winter", "2026-01-31", "2026-01-31T22:59:59.999Z"],
    ["in summer", "2026-06-30", "2026-06-30T21:59:59.999Z"],
    ["on the day of 23 hours", "2026-03-29", "2026-03-29T21:59:59.999Z"],
    ["on the day of 25 hours", "2026-10-25", "2026-10-25T22:59:59.999Z"],
  ])("a deadline's day ends at its last millisecond, %s", (_case, day, expected) => {
    expect(endOfDay(day, COPENHAGEN).toISOString()).toBe(expected);
  });

  it("a day is that of the zone, not of UTC", () => {
    expect(dayOf(new Date("2026-05-12T22:30:00Z"), COPENHAGEN)).toBe("2026-05-13");
  });

  it("is today from midnight on, where nothing else says by which clock", () => {
    expect(civilDay(new Date("2026-05-12T21:59:59Z"))).toBe("2026-05-12");
    expect(civilDay(new Date("2026-05-12T22:00:00Z"))).toBe("2026-05-13");
    expect(civilDay(new Date("2026-12-31T23:00:00Z"))).toBe("2027-01-01");
  });
});
