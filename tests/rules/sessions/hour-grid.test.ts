import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draggedMinutes, hoursShown, shifted, sideBySide, stretchOf } from "@/lib/sessions/rules/hour-grid";

const laned = (...spans: [string, string][]) =>
  sideBySide(spans.map(([from, to]) => ({ ...stretchOf(from, to), name: from }))).map(
    ({ item, lane, lanes }) => `${item.name} ${lane}/${lanes}`,
  );

describe("sessions of a day side by side", () => {
  it.each<[string, [string, string][], string[]]>([
    ["one alone has the whole width", [["09:00", "16:00"]], ["09:00 0/1"]],
    [
      "one after the other too",
      [
        ["09:00", "12:00"],
        ["12:00", "16:00"],
      ],
      ["09:00 0/1", "12:00 0/1"],
    ],
    [
      "two at once share it",
      [
        ["10:00", "12:00"],
        ["09:00", "16:00"],
      ],
      ["09:00 0/2", "10:00 1/2"],
    ],
    [
      "a third takes the place that is free again",
      [
        ["09:00", "16:00"],
        ["09:30", "11:00"],
        ["11:00", "13:00"],
        ["17:00", "18:00"],
      ],
      ["09:00 0/2", "09:30 1/2", "11:00 1/2", "17:00 0/1"],
    ],
    [
      "over midnight it reaches to the end of the day",
      [
        ["22:00", "01:00"],
        ["23:00", "23:30"],
      ],
      ["22:00 0/2", "23:00 1/2"],
    ],
  ])("%s", (_name, spans, expected) => {
    expect(laned(...spans)).toEqual(expected);
  });

  it("never cover each other, whatever they are, and none is lost", () => {
    const stretch = fc
      .record({ from: fc.integer({ min: 0, max: 1380 }), long: fc.integer({ min: 1, max: 600 }) })
      .map(({ from, long }) => ({ from, to: Math.min(from + long, 1440) }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 25 }), (stretches) => {
        const placed = sideBySide(stretches);
        expect(new Set(placed.map(({ item }) => item))).toEqual(new Set(stretches));
        for (const a of placed) {
          expect(a.lane).toBeLessThan(a.lanes);
          for (const b of placed) {
            if (a === b || a.item.to <= b.item.from || b.item.to <= a.item.from) continue;
            expect(a.lanes).toBe(b.lanes);
            expect(a.lane).not.toBe(b.lane);
          }
        }
      }),
    );
  });
});

describe("the hours of the grid", () => {
  it("are the usual day, and more where something is earlier or later", () => {
    expect(hoursShown([])).toEqual({ first: 8, last: 17 });
    expect(hoursShown([stretchOf("07:30", "09:00"), stretchOf("16:00", "19:15")])).toEqual({
      first: 7,
      last: 20,
    });
  });
});

describe("another time of the day", () => {
  it.each([
    ["09:00", "16:00", 15, { from: "09:15", to: "16:15" }],
    ["09:00", "16:00", -600, { from: "00:00", to: "07:00" }],
    ["18:00", "22:00", 600, { from: "19:59", to: "23:59" }],
    ["22:00", "01:00", 60, { from: "22:00", to: "01:00" }],
  ])("%s–%s by %s minutes stays within the day and as long as it is", (from, to, minutes, expected) => {
    expect(shifted(from, to, minutes)).toEqual(expected);
  });
  it.each([
    [0, 0],
    [-19, 0],
    [22, 15],
    [-47, -45],
    [121, 120],
  ])("a drag by %s minutes is one by %s", (minutes, expected) => {
    expect(draggedMinutes(minutes)).toBe(expected);
  });
});
