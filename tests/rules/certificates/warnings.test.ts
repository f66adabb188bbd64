import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saidOfRecertification, warningDue } from "@/lib/certificates/rules/warnings";

const NOW = new Date("2026-05-13T10:00:00Z");
const LATER = new Date("2027-05-13T10:00:00Z");

describe("warnings of the end", () => {
  it.each<[string, string, number[], number | null]>([
    ["seven months before", "2026-12-13", [], null],
    ["six months before, to the day", "2026-11-13", [], 6],
    ["six months before, told", "2026-11-13", [6], null],
    ["three months before", "2026-08-13", [6], 3],
    ["three months before, nobody told at six", "2026-08-13", [], 3],
    ["a month before", "2026-06-13", [6, 3], 1],
    ["a month before, told", "2026-06-13", [1], null],
    ["afterwards", "2026-05-13", [], null],
  ])("%s (ends %s)", (_name, day, sent, expected) => {
    expect(warningDue(new Date(`${day}T09:59:59Z`), NOW, sent)).toBe(expected);
  });

  it("tells each holder at most three times, whenever the job runs", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 }), (days) => {
        const sent: number[] = [];
        for (const day of days.sort((a, b) => a - b)) {
          const due = warningDue(LATER, new Date(LATER.getTime() - (300 - day) * 86_400_000), sent);
          if (due !== null) sent.push(due);
        }
        expect(new Set(sent).size).toBe(sent.length);
        expect([...sent].sort((a, b) => b - a)).toEqual(sent);
      }),
    );
  });
});

describe("what a warning says of recertification", () => {
  it.each([
    ["none", false, "mayAsk"],
    ["none", true, "asked"],
    ["ended", false, "mayAsk"],
    ["ended", true, "asked"],
    ["underWay", false, "underWay"],
    ["underWay", true, "underWay"],
    ["closed", false, "closed"],
    ["closed", true, "closed"],
  ] as const)("%s, asked for: %s", (stage, asked, expected) => {
    expect(saidOfRecertification(stage, asked)).toBe(expected);
  });
});
