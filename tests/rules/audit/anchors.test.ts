import { describe, expect, it } from "vitest";
import { type Anchor, anchoredUntil, discrepancies, lineOf, readAnchors } from "@/lib/audit/rules/anchors";

const first: Anchor = { after: null, until: "2026-05-01T10:00:00.000Z", events: 3, digest: "aa" };
const second: Anchor = { after: first.until, until: "2026-05-01T11:00:00.000Z", events: 1, digest: "bb" };
const third: Anchor = { after: second.until, until: "2026-05-01T12:00:00.000Z", events: 2, digest: "cc" };
const file = [first, second, third].map(lineOf).join("");

describe("the file of anchors", () => {
  it("is read as it was written", () => {
    expect(readAnchors(file)).toEqual({ anchors: [first, second, third], whole: true });
    expect(readAnchors("")).toEqual({ anchors: [], whole: true });
  });

  it.each([
    ["a line in the middle is taken out", lineOf(first) + lineOf(third)],
    ["the first line is taken out", lineOf(second) + lineOf(third)],
    ["a line is no JSON", `${lineOf(first)}nonsense\n`],
    ["a time is none", file.replace("2026-05-01T11:00:00.000Z", "yesterday")],
    ["the end of the last line is missing", file.slice(0, -5)],
    ["a line has no count", file.replace('"events":1', '"events":"many"')],
  ])("is not whole when %s", (_, text) => {
    expect(readAnchors(text).whole).toBe(false);
  });
});

describe("a while", () => {
  const found = [first, second, third].map(({ events, digest }) => ({ events, digest }));

  it("is as it was when as many events have the same hashes", () => {
    expect(discrepancies([first, second, third], found)).toEqual([]);
  });

  it.each([
    ["an event is missing", { events: 0, digest: "bb" }],
    ["an event is another", { events: 1, digest: "xx" }],
  ])("is named when %s", (_, changed) => {
    const now = found.with(1, changed);
    expect(discrepancies([first, second, third], now)).toEqual([{ after: first.until, until: second.until }]);
  });
});

it("leaves out the last hour, in which actions may still be under way", () => {
  expect(anchoredUntil(new Date("2026-05-01T13:00:00Z"))).toEqual(new Date("2026-05-01T12:00:00Z"));
});
