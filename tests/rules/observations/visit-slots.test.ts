import { describe, expect, it } from "vitest";
import type { Decision } from "@/lib/core/decision";
import type { VisitState } from "@/lib/db/generated/enums";
import { visitTransitions } from "@/lib/observations/rules/transitions";
import { decideOffer, decidePick } from "@/lib/observations/rules/visit-slots";

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
  ])("%s", (_, slots, expected) => expect(told(decideOffer(slots))).toBe(expected));
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
