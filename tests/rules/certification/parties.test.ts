import { describe, expect, it } from "vitest";
import { fileEvents, isFileEvent, toldEvents } from "@/lib/certification/rules/case-file";
import { complaintDueAt, decideFilingComplaint } from "@/lib/certification/rules/complaint";
import { daysBetween, MIN_COMPARED, pairAgreement, sinceOf } from "@/lib/certification/rules/register";
import {
  decideAccepting,
  decideAppointing,
  decideEnding,
  isRepresenting,
} from "@/lib/certification/rules/representation";
import type { Decision } from "@/lib/core/decision";

const NOW = new Date("2026-05-13T12:00:00Z");
const codeOf = (decision: Decision<unknown>) => (decision.ok ? "yes" : decision.refusal.code);

describe("a representative", () => {
  it.each([
    ["somebody else", "bo@forbund.example", false, "yes"],
    ["the participant themself", "mig@kommune.example", false, "case.representativeSelf"],
    ["a second one", "bo@forbund.example", true, "case.representativeThere"],
  ])("%s is appointed", (_who, email, live, code) => {
    expect(codeOf(decideAppointing({ participantEmail: "mig@kommune.example", email, live }))).toBe(code);
  });

  const open = { email: "bo@forbund.example", personId: null, acceptedAt: null, endedAt: null };
  const bo = { email: "bo@forbund.example", worksOnCase: false };
  it.each([
    ["who was asked", open, bo, "yes"],
    ["somebody else", open, { ...bo, email: "ib@forbund.example" }, "notFound"],
    ["somebody without an address", open, { ...bo, email: null }, "notFound"],
    ["who works on the case", open, { ...bo, worksOnCase: true }, "case.representativeInvolved"],
    ["twice", { ...open, personId: "bo", acceptedAt: NOW }, bo, "case.representationAccepted"],
    ["when it is over", { ...open, endedAt: NOW }, bo, "case.representationEnded"],
  ])("accepts: %s", (_who, appointment, who, code) => {
    expect(codeOf(decideAccepting(appointment, who))).toBe(code);
  });

  it("represents from acceptance to the end, and ends once", () => {
    expect(isRepresenting(open)).toBe(false);
    expect(isRepresenting({ ...open, acceptedAt: NOW })).toBe(true);
    expect(isRepresenting({ acceptedAt: NOW, endedAt: NOW })).toBe(false);
    expect(codeOf(decideEnding(open))).toBe("yes");
    expect(codeOf(decideEnding({ endedAt: NOW }))).toBe("case.representationEnded");
  });
});

describe("complaints", () => {
  it("come one after the other and are due in four weeks", () => {
    expect(codeOf(decideFilingComplaint(false))).toBe("yes");
    expect(codeOf(decideFilingComplaint(true))).toBe("case.complaintOpen");
    expect(complaintDueAt(NOW).toISOString()).toBe("2026-06-10T12:00:00.000Z");
  });
});

describe("what the party is told of the history", () => {
  const events = fileEvents.map((action) => ({ action, detail: { round: 2 } }));
  it("is everything once the round is released, and before that nothing that leads to its decision", () => {
    expect(toldEvents({ state: "released", round: 2 }, events)).toHaveLength(events.length);
    for (const state of ["ready", "recommended", "hearing", "decided"] as const) {
      const told = toldEvents({ state, round: 2 }, events).map(({ action }) => action);
      for (const hidden of ["case.recommended", "case.requirementExcepted", "case.decided"])
        expect(told).not.toContain(hidden);
      expect(told).toContain("case.hearingOpened");
    }
  });

  it("holds earlier rounds back no longer, and takes an event without a round for the present one", () => {
    const earlier = [{ action: "case.decided", detail: { round: 1 } }];
    expect(toldEvents({ state: "collecting", round: 2 }, earlier)).toEqual(earlier);
    expect(toldEvents({ state: "decided", round: 2 }, [{ action: "case.decided", detail: null }])).toEqual(
      [],
    );
    expect(isFileEvent("certificate.issued")).toBe(false);
  });
});

describe("the register", () => {
  const on = (day: number) => new Date(Date.UTC(2026, 4, day));

  it.each([
    ["90", 90],
    ["365", 365],
    ["7", null],
    [undefined, null],
  ])("the period %s is so many days back: %j", (period, days) => {
    const since = sinceOf(period, on(13));
    expect(since && daysBetween(since, on(13))).toBe(days);
  });

  it("counts whole days, none backwards", () => {
    expect(daysBetween(new Date("2026-05-01T12:00:00Z"), new Date("2026-05-03T11:59:00Z"))).toBe(1);
    expect(daysBetween(on(3), on(1))).toBe(0);
  });

  it.each([
    [MIN_COMPARED - 1, MIN_COMPARED - 1, null],
    [20, 10, 0.5],
    [0, 0, null],
  ])("of %i compared ratings %i equal: the share is %j", (compared, equal, share) => {
    expect(pairAgreement(compared, equal)).toEqual({ compared, equal, share });
  });
});
