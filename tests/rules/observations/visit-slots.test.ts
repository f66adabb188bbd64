import { describe, expect, it } from "vitest";
import type { Decision } from "@/lib/core/decision";
import type { VisitState } from "@/lib/db/generated/enums";
import { visitTransitions } from "@/lib/observations/rules/transitions";
import { decideOffer, decidePick } from "@/lib/observations/rules/visit-slots";
import { offerTimesSchema } from "@/lib/observations/schema";

const at = (from: string, to: string) => ({
  startsAt: new Date(`2026-05-13T${from}:00Z`),
  endsAt: new Date(`2026-05-13T${to}:00Z`),
});
const told = (decision: Decision<unknown>) =>
  decision.ok ? "ok" : `${decision.refusal.code} ${decision.refusal.field ?? ""}`.trim();

describe("times that are offered", () => {
  it.each([
    ["none", [], "visit.noSlots slots.0.day"],
    ["one", [at("09:00", "10:00")], "ok"],
    ["one after the other", [at("09:00", "10:00"), at("10:00", "11:00")], "ok"],
    ["one over another", [at("09:00", "10:00"), at("09:59", "11:00")], "visit.slotsOverlap slots.1.from"],
    [
      "one inside another, before it",
      [at("12:00", "13:00"), at("09:00", "12:00"), at("09:30", "10:00")],
      "visit.slotsOverlap slots.2.from",
    ],
  ])("%s", (_, slots, expected) =>
    expect(told(decideOffer(slots.map((slot, row) => ({ ...slot, row }))))).toBe(expected),
  );

  it("are told by the row they stand in, though an empty one stands before", () => {
    const slots = [
      { ...at("09:00", "10:00"), row: 1 },
      { ...at("09:30", "11:00"), row: 3 },
    ];
    expect(told(decideOffer(slots))).toBe("visit.slotsOverlap slots.3.from");
  });
});

describe("a time that is picked", () => {
  const slots = [{ id: "a" }, { id: "b" }];
  it("is one of those that are offered", () => {
    expect(decidePick({ state: "proposed", slots }, "b")).toMatchObject({ ok: true, value: { id: "b" } });
    expect(told(decidePick({ state: "proposed", slots }, "c"))).toBe("visit.slotGone");
  });

  it.each(Object.keys(visitTransitions) as VisitState[])("of a visit that waits for it: %s", (state) =>
    expect(told(decidePick({ state, slots }, "a"))).toBe(state === "proposed" ? "ok" : "visit.notOffered"),
  );
});

describe("a form of times", () => {
  const row = { day: "2026-05-13", from: "09:30", to: "11:30" };
  const empty = { day: "", from: "", to: "" };
  const parsed = (slots: readonly unknown[]) =>
    offerTimesSchema.safeParse({
      enrolmentId: "01a2053e-1663-760d-a3f7-711f0ed2836a",
      slots,
      place: "Rådhuset",
    });
  const wrong = (slots: readonly unknown[]) =>
    parsed(slots).error?.issues.map((issue) => issue.path.join("."));

  it("leaves out the rows that were left empty, and says which row each of the others stood in", () => {
    expect(parsed([empty, row, empty]).data?.slots).toEqual([{ ...row, row: 1 }]);
  });

  it("says at the first row that none is filled in, and of a row what is wrong in it at that row", () => {
    expect(wrong([empty, empty])).toEqual(["slots.0.day", "slots.0.from", "slots.0.to"]);
    expect(wrong([empty, { ...row, to: "" }])).toEqual(["slots.1.to"]);
  });
});
