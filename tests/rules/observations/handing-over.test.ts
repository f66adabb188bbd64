import { describe, expect, it } from "vitest";
import { refuse } from "@/lib/core/decision";
import type { VisitState } from "@/lib/db/generated/enums";
import { decideHandOver, type HandOverFacts } from "@/lib/observations/rules/handing-over";
import { visitTransitions } from "@/lib/observations/rules/transitions";

const at = (from: string, to: string) => ({
  startsAt: new Date(`2026-05-13T${from}:00Z`),
  endsAt: new Date(`2026-05-13T${to}:00Z`),
});
const visit = { ...at("09:00", "11:00"), state: "booked" as VisitState, begun: false, paired: false };
const facts: HandOverFacts = {
  visit,
  assessorId: "first",
  toId: "second",
  eligible: { ok: true, value: undefined },
  theirVisits: [at("07:00", "09:00"), at("11:00", "12:00")],
};
const code = (change: Partial<HandOverFacts>) => {
  const decision = decideHandOver({ ...facts, ...change });
  return decision.ok ? "ok" : decision.refusal.code;
};

describe("handing a visit over", () => {
  it.each<[string, Partial<HandOverFacts>, string]>([
    ["to somebody who is free right before and after", {}, "ok"],
    ["to oneself", { toId: "first" }, "pair.secondBarred"],
    [
      "to somebody barred or not authorised",
      { eligible: refuse("assessor.sameEmployer") },
      "pair.secondBarred",
    ],
    ["to somebody who is elsewhere then", { theirVisits: [at("10:59", "12:00")] }, "pair.secondBusy"],
    ["once it is written of", { visit: { ...visit, begun: true } }, "visit.observed"],
    ["while somebody comes along", { visit: { ...visit, paired: true } }, "visit.releaseFirst"],
  ])("%s", (_, change, expected) => expect(code(change)).toBe(expected));

  it.each(Object.keys(visitTransitions) as VisitState[])("only of a booked one: %s", (state) =>
    expect(code({ visit: { ...visit, state } })).toBe(state === "booked" ? "ok" : "visit.over"),
  );
});
