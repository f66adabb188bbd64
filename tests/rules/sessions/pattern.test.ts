import { describe, expect, it } from "vitest";
import { isoWeek, parseWeeks, patternDays } from "@/lib/sessions/rules/pattern";

const days = (firstDay: string, everyWeeks: number, count: number, skipWeeks: number[] = []) => {
  const decision = patternDays({ firstDay, everyWeeks, count, skipWeeks });
  return decision.ok ? decision.value : decision.refusal.code;
};

describe("a row of sessions", () => {
  it("comes every week", () =>
    expect(days("2027-09-07", 1, 3)).toEqual(["2027-09-07", "2027-09-14", "2027-09-21"]));
  it("comes every other week, across a new year", () =>
    expect(days("2027-12-21", 2, 2)).toEqual(["2027-12-21", "2028-01-04"]));
  it("leaves out the autumn holiday and still has as many", () =>
    expect(days("2027-10-12", 1, 3, [42])).toEqual(["2027-10-12", "2027-10-26", "2027-11-02"]));
  it("refuses what leaves out nearly everything", () =>
    expect(
      days(
        "2027-01-05",
        1,
        2,
        Array.from({ length: 53 }, (_, week) => week + 1),
      ),
    ).toBe("session.patternEmpty"));
});

describe("ISO week numbers", () => {
  it.each([
    ["2019-05-13", 20],
    ["2026-12-31", 53],
    ["2027-01-03", 53],
    ["2027-01-04", 1],
    ["2024-12-30", 1],
    ["2021-01-01", 53],
    ["2020-02-29", 9],
  ])("%s is in week %i", (day, week) => expect(isoWeek(day)).toBe(week));

  it.each([
    ["42, 7 og 52", [42, 7, 52]],
    ["uge 42", [42]],
    ["", []],
    ["42 42", [42]],
    ["7, uge 42-44", [7, 42, 43, 44]],
    ["vecka 52–2 och v. 9", [52, 53, 1, 2, 9]],
    ["weeks 7 and 42;", [7, 42]],
    ["54", null],
    ["0", null],
    ["42-54", null],
    ["42, efterårsferien", null],
    ["påske", null],
  ])("reads %j", (text, weeks) => expect(parseWeeks(text)).toEqual(weeks));
});
