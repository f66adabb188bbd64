import { describe, expect, it } from "vitest";
import { allSources, sourceOf } from "./sources";
import { timeProblems } from "./time";

describe("time", () => {
  it("is passed in, and a day is of the clock on the wall", () => {
    expect(allSources().flatMap(timeProblems)).toEqual([]);
  });

  const inFile = (text: string, path = "lib/cohorts/queries/get-cohort.ts") =>
    timeProblems(sourceOf(path, text));

  it.each([
    "const today = civilDay(now);",
    "const startsOn = cohort.startsOn.toISOString().slice(0, 10);",
    "const text = now.toISOString();",
    "const then = new Date(row.at);",
  ])("is sound in %j", (text) => {
    expect(inFile(text)).toEqual([]);
  });

  it.each([
    "const now = new Date();",
    "const today = now.toISOString().slice(0, 10);",
    "const today = work.now.toISOString().slice(0, 10);",
    "const day = row.issuedAt.toISOString().slice(0, 10);",
    'const zone = "Europe/Copenhagen";',
  ])("is breached by %j", (text) => {
    expect(inFile(text)).toHaveLength(1);
  });

  it("begins where a request or a job does", () => {
    expect(inFile("const now = new Date();", "app/staff/plan/page.tsx")).toEqual([]);
  });
});
