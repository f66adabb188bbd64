import { describe, expect, it } from "vitest";
import { countryOfZone, holidayOn, publicHolidays } from "@/lib/holidays/rules/public-holidays";
import { decideSchoolHoliday, holidayYear, schoolHolidaysOn } from "@/lib/holidays/rules/school-holidays";

describe("public holidays", () => {
  it.each([
    [2015, "2015-04-05"],
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2028, "2028-04-16"],
    [2038, "2038-04-25"],
  ])("put Easter of %i on %s", (year, day) => {
    for (const country of ["DK", "SE"] as const) expect(holidayOn(day, country)).toBe("easterDay");
    expect(publicHolidays(year, "DK").filter(([, key]) => key === "easterDay")).toHaveLength(1);
  });

  it.each([
    ["2027-03-25", "DK", "maundyThursday"],
    ["2027-03-25", "SE", null],
    ["2027-05-06", "DK", "ascension"],
    ["2027-05-17", "DK", "whitMonday"],
    ["2027-05-17", "SE", null],
    ["2023-05-05", "DK", "prayerDay"],
    ["2024-04-26", "DK", null],
    ["2027-06-05", "DK", "constitutionDay"],
    ["2027-06-06", "SE", "nationalDay"],
    ["2004-06-06", "SE", null],
    ["2027-06-26", "SE", "midsummerDay"],
    ["2027-06-25", "SE", "midsummerEve"],
    ["2026-10-31", "SE", "allSaints"],
    ["2027-11-06", "SE", "allSaints"],
    ["2027-01-06", "SE", "epiphany"],
    ["2027-01-06", "DK", null],
    ["2027-10-13", "DK", null],
  ] as const)("%s in %s is %s", (day, country, key) => {
    expect(holidayOn(day, country)).toBe(key);
  });

  it("hold by the clocks of the cohort", () => {
    expect(countryOfZone("Europe/Stockholm")).toBe("SE");
    expect(countryOfZone("Europe/Copenhagen")).toBe("DK");
  });
});

describe("school holidays", () => {
  const autumn = {
    municipality: "Aadal",
    organisationId: "a",
    name: "Efterår",
    firstDay: "2027-10-18",
    lastDay: "2027-10-22",
  };
  it("count their first and last day", () => {
    expect(schoolHolidaysOn("2027-10-18", [autumn])).toEqual([autumn]);
    expect(schoolHolidaysOn("2027-10-22", [autumn])).toEqual([autumn]);
    expect(schoolHolidaysOn("2027-10-23", [autumn])).toEqual([]);
  });
  it.each([
    ["2027-10-18", "2027-10-18", true],
    ["2027-10-18", "2027-10-17", "holiday.endsBeforeStart"],
    ["2027-06-01", "2027-12-01", "holiday.tooLong"],
  ] as const)("from %s to %s: %s", (from, to, expected) => {
    const decision = decideSchoolHoliday(from, to);
    expect(decision.ok || decision.refusal.code).toBe(expected);
  });
  it.each([
    ["2031", 2031],
    [undefined, 2027],
    ["1999", 2027],
    ["i år", 2027],
    [["2031", "2032"], 2027],
  ])("are those of the year that is asked for, or of this one: %j", (asked, year) => {
    expect(holidayYear(asked, "2027-10-18")).toBe(year);
  });
});
