import { describe, expect, it } from "vitest";
import { fileEvents, isFileEvent, toldEvents } from "@/lib/certification/rules/case-file";
import { complaintDueAt, decideFilingComplaint } from "@/lib/certification/rules/complaint";
import {
  type CountedDecision,
  daysBetween,
  MIN_COMPARED,
  median,
  pairAgreement,
  registerFigures,
} from "@/lib/certification/rules/register";
import {
  decideAccepting,
  decideAppointing,
  decideEnding,
  isRepresenting,
} from "@/lib/certification/rules/representation";
import type { Decision } from "@/lib/core/decision";
import type { Rating } from "@/lib/db/generated/enums";

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
  const decided = (given: Partial<CountedDecision> = {}): CountedDecision => ({
    outcome: "certified",
    openedAt: on(1),
    recommendedAt: on(2),
    decidedAt: on(5),
    releasedAt: on(6),
    exceptions: 0,
    appeal: "none",
    certificateRevoked: false,
    ...given,
  });

  it("counts outcomes, medians and reversals", () => {
    const figures = registerFigures([
      decided(),
      decided({ decidedAt: on(9), releasedAt: null, exceptions: 2 }),
      decided({ outcome: "not_certified", appeal: "changed" }),
      decided({ outcome: "not_certified", appeal: "upheld" }),
      decided({ outcome: "repeat_requested", recommendedAt: null }),
      decided({ certificateRevoked: true }),
    ]);
    expect(figures).toEqual({
      decisions: 6,
      byOutcome: { certified: 3, repeat_requested: 1, not_certified: 2 },
      daysToDecision: 3,
      daysToRelease: 1,
      exceptions: 2,
      appeals: 2,
      reversals: 2,
    });
    expect(registerFigures([])).toMatchObject({ decisions: 0, daysToDecision: null });
  });

  it.each([
    [[], null],
    [[3], 3],
    [[9, 1], 5],
    [[9, 1, 2], 2],
  ])("the middle of %j is %j", (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });

  it("counts whole days, none backwards", () => {
    expect(daysBetween(new Date("2026-05-01T12:00:00Z"), new Date("2026-05-03T11:59:00Z"))).toBe(1);
    expect(daysBetween(on(3), on(1))).toBe(0);
  });

  it("measures agreement of pairs, and shows no share of too few", () => {
    const ratings = (count: number, rating: Rating) =>
      new Map(Array.from({ length: count }, (_, index) => [`k${index}`, rating] as const));
    const few = pairAgreement([[ratings(MIN_COMPARED - 1, "reached"), ratings(MIN_COMPARED, "reached")]]);
    expect(few).toEqual({ compared: MIN_COMPARED - 1, equal: MIN_COMPARED - 1, share: null });
    const half = pairAgreement([
      [ratings(10, "reached"), ratings(10, "reached")],
      [ratings(10, "reached"), ratings(10, "partly")],
    ]);
    expect(half).toEqual({ compared: 20, equal: 10, share: 0.5 });
    expect(pairAgreement([])).toEqual({ compared: 0, equal: 0, share: null });
  });
});
