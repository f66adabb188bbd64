import { describe, expect, it } from "vitest";
import type { ObservationState } from "@/lib/db/generated/enums";
import { countingObservations, decideAmendment } from "@/lib/observations/rules/amendment";
import { decideLapse, decideResponse, responseDeadline } from "@/lib/observations/rules/response";

const COPENHAGEN = "Europe/Copenhagen";
const word = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? "allowed" : decision.refusal?.code;

describe("responseDeadline", () => {
  it.each([
    ["in the morning", "2026-05-13T06:00:00Z", 14, "2026-05-27T21:59:59.999Z"],
    ["after midnight there, before it in UTC", "2026-05-13T22:30:00Z", 14, "2026-05-28T21:59:59.999Z"],
    ["over the change to winter time", "2026-10-20T10:00:00Z", 7, "2026-10-27T22:59:59.999Z"],
    ["over the change to summer time", "2026-03-25T10:00:00Z", 7, "2026-04-01T21:59:59.999Z"],
    ["over the end of a year", "2026-12-30T10:00:00Z", 3, "2027-01-02T22:59:59.999Z"],
  ])("%s", (_, sharedAt, days, expected) => {
    expect(responseDeadline(new Date(sharedAt), days, COPENHAGEN).toISOString()).toBe(expected);
  });
});

const due = new Date("2026-05-27T21:59:59.999Z");
const around = (ms: number) => new Date(due.getTime() + ms);

describe("decideResponse and decideLapse", () => {
  it.each([
    ["a second before the deadline", -1000, "allowed", "observation.stillOpen"],
    ["at the deadline", 0, "allowed", "observation.stillOpen"],
    ["a second after it", 1000, "observation.responseLate", "allowed"],
  ])("%s", (_, ms, response, lapse) => {
    const shared = { state: "shared" as const, responseDueAt: due };
    expect(word(decideResponse(shared, around(ms)))).toBe(response);
    expect(word(decideLapse(shared, around(ms)))).toBe(lapse);
  });

  it.each<[ObservationState, string]>([
    ["draft", "observation.transition"],
    ["submitted", "observation.transition"],
    ["returned", "observation.transition"],
    ["responded", "observation.alreadyAnswered"],
    ["response_lapsed", "observation.transition"],
    ["locked", "observation.alreadyAnswered"],
  ])("a %s one is not answered", (state, expected) => {
    expect(word(decideResponse({ state, responseDueAt: due }, around(-1)))).toBe(expected);
    expect(decideLapse({ state, responseDueAt: due }, around(1)).ok).toBe(false);
  });
});

describe("decideAmendment", () => {
  const locked = { state: "locked" as const, amendedById: null, caseState: "collecting" as const };
  it.each([
    [{}, "allowed"],
    [{ caseState: null }, "allowed"],
    [{ caseState: "ready" as const }, "allowed"],
    [{ caseState: "recommended" as const }, "observation.caseClosed"],
    [{ caseState: "released" as const }, "observation.caseClosed"],
    [{ state: "shared" as const }, "observation.notLocked"],
    [{ amendedById: "later" }, "observation.alreadyAmended"],
  ])("%o", (change, expected) => {
    expect(word(decideAmendment({ ...locked, ...change }))).toBe(expected);
  });
});

describe("countingObservations", () => {
  const one = (id: string, state: ObservationState, amendsId: string | null = null) => ({
    id,
    state,
    amendsId,
  });
  it.each([
    ["only what is locked", [one("a", "shared"), one("b", "locked")], ["b"]],
    ["not what a locked one supersedes", [one("a", "locked"), one("b", "locked", "a")], ["b"]],
    ["the original until its amendment is locked", [one("a", "locked"), one("b", "draft", "a")], ["a"]],
    [
      "an amendment of an amendment",
      [one("a", "locked"), one("b", "locked", "a"), one("c", "locked", "b")],
      ["c"],
    ],
  ])("counts %s", (_, observations, expected) => {
    expect(countingObservations(observations).map(({ id }) => id)).toEqual(expected);
  });
});
