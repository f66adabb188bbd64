import { describe, expect, it } from "vitest";
import { allowed, refuse } from "@/lib/core/decision";
import type { ObservationState, Rating } from "@/lib/db/generated/enums";
import {
  type Agreement,
  comparePair,
  decideAcceptance,
  decideBlindReturn,
  decideInvitation,
  decideJoint,
  decideJointRatings,
  decideProposal,
  decideRelease,
  jointText,
  type PairFacts,
  pairStage,
} from "@/lib/observations/rules/pair";

const code = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? "ok" : decision.refusal?.code;
const side = (assessorId: string, state: ObservationState) => ({ assessorId, state });
const pair = (
  lead: ObservationState | null,
  second: ObservationState | null,
  joint: ObservationState | null = null,
): PairFacts => ({
  leadId: "lead",
  secondId: "second",
  sides: [...(lead ? [side("lead", lead)] : []), ...(second ? [side("second", second)] : [])],
  joint: joint && { state: joint },
});
const criteria = [
  { id: "1", code: "K1" },
  { id: "2", code: "K2" },
];
const notes = (one: Rating, two: Rating) => [
  { criterionId: "1", rating: one, evidence: "Et" },
  { criterionId: "2", rating: two, evidence: "" },
];
const agreement = (rating: Rating, accepted: boolean, by = "lead"): Agreement => ({
  criterionId: "2",
  rating,
  reason: "Set to gange",
  proposedById: by,
  accepted,
});
const differing = (agreements: Agreement[] = []) =>
  comparePair(criteria, notes("reached", "partly"), notes("reached", "not_reached"), agreements);

describe("pairStage", () => {
  it.each([
    [pair(null, null), "writing"],
    [pair("draft", null), "writing"],
    [pair("submitted", "draft"), "writing"],
    [pair("submitted", "returned"), "writing"],
    [pair("submitted", "submitted"), "comparing"],
    [pair("submitted", "submitted", "submitted"), "joint"],
  ])("of %j is %s", (facts, stage) => {
    expect(pairStage(facts)).toBe(stage);
  });
});

describe("decideInvitation", () => {
  const hour = (from: number) => ({
    startsAt: new Date(2026, 4, 13, from),
    endsAt: new Date(2026, 4, 13, from + 1),
  });
  const facts = {
    visit: { ...hour(9), state: "booked", begun: false },
    leadId: "lead",
    secondId: "second",
    alreadyPaired: false,
    eligible: allowed,
    secondVisits: [hour(10)],
  };
  it.each([
    [{}, "ok"],
    [{ visit: { ...facts.visit, state: "proposed" } }, "visit.over"],
    [{ visit: { ...facts.visit, begun: true } }, "visit.observed"],
    [{ alreadyPaired: true }, "pair.exists"],
    [{ secondId: "lead" }, "pair.secondBarred"],
    [{ eligible: refuse("assessor.sameEmployer") }, "pair.secondBarred"],
    [{ secondVisits: [hour(9)] }, "pair.secondBusy"],
  ])("with %j says %s", (change, expected) => {
    expect(code(decideInvitation({ ...facts, ...change }))).toBe(expected);
  });
});

describe("agreeing", () => {
  it("begins when both have submitted, on what differs only", () => {
    expect(code(decideProposal(pair("submitted", "draft"), differing()[1]))).toBe("pair.blind");
    expect(code(decideProposal(pair("submitted", "submitted"), differing()[0]))).toBe("pair.sameRating");
    expect(code(decideProposal(pair("submitted", "submitted"), undefined))).toBe(
      "observation.foreignCriterion",
    );
    expect(code(decideProposal(pair("submitted", "submitted"), differing()[1]))).toBe("ok");
    expect(code(decideProposal(pair("submitted", "submitted", "shared"), differing()[1]))).toBe(
      "pair.jointExists",
    );
    expect(code(decideProposal(pair("submitted", "submitted", "returned"), differing()[1]))).toBe("ok");
  });

  it("takes two: nobody accepts their own proposal, nor what is not proposed", () => {
    const open = pair("submitted", "submitted");
    const proposed = differing([agreement("partly", false)])[1];
    expect(code(decideAcceptance(open, proposed, "lead"))).toBe("pair.byTwo");
    expect(code(decideAcceptance(open, proposed, "third"))).toBe("pair.byTwo");
    expect(code(decideAcceptance(open, proposed, "second"))).toBe("ok");
    expect(code(decideAcceptance(open, differing()[1], "second"))).toBe("pair.nothingProposed");
    expect(code(decideAcceptance(open, differing([agreement("partly", true)])[1], "second"))).toBe(
      "pair.nothingProposed",
    );
    expect(code(decideAcceptance(pair("draft", "submitted"), proposed, "second"))).toBe("pair.blind");
  });

  it("is never a mean nor the higher by itself: what differs stands open until both agree", () => {
    expect(differing()[1]?.rating).toBeNull();
    expect(differing([agreement("reached", false)])[1]?.rating).toBeNull();
    expect(differing([agreement("not_reached", true)])[1]?.rating).toBe("not_reached");
    expect(differing()[0]?.rating).toBe("reached");
  });
});

describe("the joint observation", () => {
  it("waits for every criterion", () => {
    const open = pair("submitted", "submitted");
    expect(code(decideJoint(pair("submitted", "draft"), differing()))).toBe("pair.blind");
    expect(decideJoint(open, differing())).toEqual(refuse("pair.open", { criteria: "K2" }));
    expect(code(decideJoint(open, differing([agreement("partly", true)])))).toBe("ok");
    expect(
      code(decideJoint(pair("submitted", "submitted", "draft"), differing([agreement("partly", true)]))),
    ).toBe("pair.jointExists");
  });

  it("says what both agreed, and no other rating", () => {
    const agreed = differing([agreement("partly", true)]);
    expect(code(decideJointRatings(notes("reached", "partly"), agreed))).toBe("ok");
    expect(code(decideJointRatings(notes("reached", "reached"), agreed))).toBe("pair.notAgreed");
  });

  it("holds the words of both under their names", () => {
    const words = { situation: "Møde", interpreted: "", ratings: [] };
    const text = jointText(
      { ...words, assessor: "Asta", seen: "Hun spurgte." },
      { ...words, assessor: "Bo", seen: "De tegnede." },
      differing([agreement("partly", true)]),
    );
    expect(text.seen).toBe("Asta: Hun spurgte.\n\nBo: De tegnede.");
    expect(text.interpreted).toBe("");
    expect(text.ratings[1]).toEqual({ criterionId: "2", rating: "partly", evidence: "Set to gange" });
    expect(text.ratings[0]?.evidence).toBe("Asta: Et\n\nBo: Et");
    expect(() =>
      jointText({ ...words, assessor: "A", seen: "" }, { ...words, assessor: "B", seen: "" }, differing()),
    ).toThrow();
  });
});

it("lets a second go who has written nothing, and returns blind ones only before they are compared", () => {
  expect(code(decideRelease(pair("draft", null)))).toBe("ok");
  expect(code(decideRelease(pair(null, "draft")))).toBe("pair.begun");
  expect(code(decideBlindReturn(null))).toBe("ok");
  expect(code(decideBlindReturn(pair("submitted", "draft")))).toBe("ok");
  expect(code(decideBlindReturn(pair("submitted", "submitted")))).toBe("pair.compared");
});
