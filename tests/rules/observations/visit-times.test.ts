import { describe, expect, it } from "vitest";
import { decideObservable, type ObservableFacts } from "@/lib/observations/rules/observable-enrolment";
import { decideVisitBegun, decideVisitTimes, overlap } from "@/lib/observations/rules/visit-times";

const NOW = new Date("2026-05-13T10:00:00Z");
const at = (from: string, to: string) => ({ startsAt: new Date(from), endsAt: new Date(to) });
const free = { timeZone: "Europe/Copenhagen", evidenceDueOn: null, participantVisits: [] };
const word = (decision: { ok: boolean; refusal?: { code: string; field?: string } }) =>
  decision.ok ? "allowed" : `${decision.refusal?.code} @${decision.refusal?.field ?? ""}`;

describe("decideVisitTimes", () => {
  it.each([
    ["tomorrow", at("2026-05-14T08:00Z", "2026-05-14T10:00Z"), "allowed"],
    ["earlier today, noted afterwards", at("2026-05-13T06:00Z", "2026-05-13T08:00Z"), "allowed"],
    ["a second less than a day ago", at("2026-05-12T10:00:01Z", "2026-05-12T12:00Z"), "allowed"],
    ["a day ago", at("2026-05-12T10:00Z", "2026-05-12T12:00Z"), "visit.inThePast @day"],
    ["ends when it begins", at("2026-05-14T08:00Z", "2026-05-14T08:00Z"), "visit.endsBeforeStart @to"],
    ["ends before it begins", at("2026-05-14T08:00Z", "2026-05-14T07:00Z"), "visit.endsBeforeStart @to"],
    ["ten hours", at("2026-05-14T07:00Z", "2026-05-14T17:00Z"), "allowed"],
    ["a minute more", at("2026-05-14T07:00Z", "2026-05-14T17:01Z"), "visit.tooLong @to"],
  ])("%s", (_, times, expected) => {
    expect(word(decideVisitTimes(times, free, NOW))).toBe(expected);
  });

  it.each([
    ["the evening of the last day", at("2026-06-01T20:00Z", "2026-06-01T21:00Z"), "allowed"],
    // In Copenhagen it is past midnight already.
    ["the night after", at("2026-06-01T22:30Z", "2026-06-01T23:00Z"), "visit.afterDeadline @day"],
  ])("the last day of the evidence: %s", (_, times, expected) => {
    expect(word(decideVisitTimes(times, { ...free, evidenceDueOn: "2026-06-01" }, NOW))).toBe(expected);
  });

  it("not while the participant has another visit, but right after it", () => {
    const other = { ...free, participantVisits: [at("2026-05-14T08:00Z", "2026-05-14T10:00Z")] };
    const during = decideVisitTimes(at("2026-05-14T09:59Z", "2026-05-14T11:00Z"), other, NOW);
    expect(word(during)).toBe("visit.participantBusy @from");
    expect(decideVisitTimes(at("2026-05-14T10:00Z", "2026-05-14T11:00Z"), other, NOW).ok).toBe(true);
  });
});

describe("overlap", () => {
  it("is the same from both sides", () => {
    const morning = at("2026-05-14T08:00Z", "2026-05-14T10:00Z");
    const within = at("2026-05-14T08:30Z", "2026-05-14T09:00Z");
    expect([overlap(morning, within), overlap(within, morning)]).toEqual([true, true]);
    const after = at("2026-05-14T10:00Z", "2026-05-14T11:00Z");
    expect([overlap(morning, after), overlap(after, morning)]).toEqual([false, false]);
  });
});

describe("decideVisitBegun", () => {
  it.each([
    ["an hour before", "2026-05-13T11:00:00Z", true],
    ["a second earlier", "2026-05-13T11:00:01Z", false],
    ["long ago", "2026-01-01T11:00:00Z", true],
  ])("%s", (_, startsAt, begun) => {
    expect(decideVisitBegun(at(startsAt, "2026-12-01T00:00Z"), NOW).ok).toBe(begun);
  });
});

describe("decideObservable", () => {
  const taking: ObservableFacts = {
    state: "active",
    participantRole: "manager",
    frameworkVersionId: "framework",
    caseState: "collecting",
  };
  it.each<[Partial<ObservableFacts>, string]>([
    [{}, "allowed @"],
    [{ caseState: null }, "allowed @"],
    [{ caseState: "ready" }, "allowed @"],
    [{ state: "completed" }, "allowed @"],
    [{ frameworkVersionId: null }, "observation.notCertified @"],
    [{ participantRole: "guest" }, "observation.guest @"],
    [{ state: "reserved" }, "observation.notTakingPart @"],
    [{ state: "paused" }, "observation.notTakingPart @"],
    [{ state: "withdrawn" }, "observation.notTakingPart @"],
    [{ caseState: "recommended" }, "observation.caseClosed @"],
    [{ caseState: "released" }, "observation.caseClosed @"],
  ])("%o", (change, expected) => {
    const decision = decideObservable({ ...taking, ...change });
    expect(decision.ok ? "allowed @" : word(decision)).toBe(expected);
  });
});
