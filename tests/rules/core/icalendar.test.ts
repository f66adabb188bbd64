import { describe, expect, it } from "vitest";
import { deadlineEntry, sessionEntries } from "@/lib/cohorts/rules/calendar-entries";
import { renderCalendar } from "@/lib/core/icalendar";

const stamp = new Date("2027-01-01T12:00:00Z");
const cohort = {
  slug: "odense-2027",
  title: "Certificeret uddannelse i offentlig innovationsledelse",
  deadline: new Date("2027-04-30T21:59:59.999Z"),
  timeZone: "Europe/Copenhagen",
  address: "https://praksis.example/programmes/odense-2027",
};
const session = {
  icalUid: "b5f0b7c2-uid",
  sequence: 3,
  state: "planned" as const,
  theme:
    "Borgere, brugere; og \\ virksomheder\nto linjer – med et langt tema, der skal foldes på 75 oktetter æøå",
  startsAt: new Date("2027-05-13T07:00:00Z"),
  endsAt: new Date("2027-05-13T14:00:00Z"),
  where: "Læringshuset, Atriet",
};

describe("a calendar file", () => {
  const text = renderCalendar("Hold", sessionEntries(cohort, [session], stamp));
  const lines = text.split("\r\n");

  it("ends every line in CRLF and folds at 75 octets", () => {
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it("keeps UID and SEQUENCE, and tells the times of the cohort's clocks, which it defines", () => {
    expect(lines).toContain("UID:b5f0b7c2-uid");
    expect(lines).toContain("SEQUENCE:3");
    expect(lines).toContain("DTSTART;TZID=Europe/Copenhagen:20270513T090000");
    expect(lines).toContain("DTEND;TZID=Europe/Copenhagen:20270513T160000");
    expect(lines).toContain("BEGIN:VTIMEZONE");
    expect(lines).toContain("TZID:Europe/Copenhagen");
  });

  it("unfolds to the escaped text", () => {
    const unfolded = text.replaceAll("\r\n ", "");
    expect(unfolded).toContain(
      "SUMMARY:Borgere\\, brugere\\; og \\\\ virksomheder\\nto linjer – med et langt tema\\, der skal foldes på 75 oktetter æøå\r\n",
    );
  });

  it("says that a session is cancelled", () => {
    const cancelled = sessionEntries(cohort, [{ ...session, state: "cancelled" as const }], stamp);
    expect(renderCalendar("Hold", cancelled)).toContain("STATUS:CANCELLED\r\n");
  });

  it("has a deadline as the whole day it is in the cohort's zone", () => {
    const day = renderCalendar("Frist", [
      deadlineEntry(cohort, { summary: "Frist", description: "x" }, stamp),
    ]);
    expect(day).toContain("DTSTART;VALUE=DATE:20270430\r\nDTEND;VALUE=DATE:20270501\r\n");
    expect(day).toContain("TRIGGER:-PT48H\r\n");
  });
});
