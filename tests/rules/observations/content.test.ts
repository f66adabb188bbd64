import { describe, expect, it } from "vitest";
import { hashOf } from "@/lib/core/hash";
import {
  contentHash,
  decideSubmission,
  missingForSubmission,
  type ObservationContent,
} from "@/lib/observations/rules/content";

const TODAY = "2026-05-13";
const criteria = [
  { id: "a", code: "K1" },
  { id: "b", code: "K2" },
];
const whole: ObservationContent = {
  enrolmentId: "enrolment",
  assessorId: "assessor",
  organisationId: null,
  observedOn: "2026-05-12",
  situation: "Værksted",
  seen: "Spurgte ind til erfaringerne.",
  interpreted: "Giver plads.",
  amendsId: null,
  ratings: [
    { criterionId: "a", rating: "reached", evidence: "Tre spørgsmål" },
    { criterionId: "b", rating: "not_seen", evidence: "" },
  ],
  files: [],
};
const codes = (change: Partial<ObservationContent>) =>
  missingForSubmission({ ...whole, ...change }, criteria, TODAY).map(
    ({ code, field }) => `${code} @${field}`,
  );

describe("missingForSubmission", () => {
  it.each<[string, Partial<ObservationContent>, string[]]>([
    ["nothing", {}, []],
    ["today", { observedOn: TODAY }, []],
    ["tomorrow", { observedOn: "2026-05-14" }, ["observation.dayAhead @observedOn"]],
    ["no situation", { situation: " \n" }, ["observation.situationMissing @situation"]],
    ["nothing seen", { seen: "" }, ["observation.seenMissing @seen"]],
    ["nothing interpreted, which is fine", { interpreted: "" }, []],
    [
      "interpreted is what was seen",
      { interpreted: " spurgte  IND til erfaringerne. " },
      ["observation.seenIsInterpreted @interpreted"],
    ],
    [
      "no rating, for which there is no default",
      { ratings: [] },
      ["observation.unrated @ratings.a.rating", "observation.unrated @ratings.b.rating"],
    ],
    [
      "reached without evidence",
      { ratings: [{ criterionId: "a", rating: "reached", evidence: " " }, ...whole.ratings.slice(1)] },
      ["observation.evidenceMissing @ratings.a.evidence"],
    ],
    [
      "evidence without a rating",
      { ratings: [{ criterionId: "a", rating: null, evidence: "Noget" }, ...whole.ratings.slice(1)] },
      ["observation.unrated @ratings.a.rating"],
    ],
  ])("%s", (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it.each(["not_seen", "not_reached", "partly"] as const)("%s needs no evidence", (rating) => {
    const ratings = criteria.map(({ id }) => ({ criterionId: id, rating, evidence: "" }));
    expect(codes({ ratings })).toEqual([]);
  });
});

describe("decideSubmission", () => {
  it("takes what is whole and refuses with the first thing that is missing", () => {
    expect(decideSubmission(whole, criteria, TODAY).ok).toBe(true);
    const refused = decideSubmission({ ...whole, situation: "", seen: "" }, criteria, TODAY);
    expect(refused).toMatchObject({ ok: false, refusal: { code: "observation.situationMissing" } });
  });

  it("refuses a rating of another framework's criterion", () => {
    const ratings = [...whole.ratings, { criterionId: "x", rating: "partly" as const, evidence: "" }];
    expect(decideSubmission({ ...whole, ratings }, criteria, TODAY)).toMatchObject({
      refusal: { code: "observation.foreignCriterion" },
    });
  });
});

describe("contentHash", () => {
  it("does not depend on the order of the ratings", () => {
    expect(contentHash({ ...whole, ratings: [...whole.ratings].reverse() })).toBe(contentHash(whole));
  });

  it("does not depend on the order of the files, and changes with each thing that is said of one", () => {
    const [board, plan] = [
      { criterionId: "a", caption: "Tavlen", sha256: "1".repeat(64) },
      { criterionId: null, caption: "Planen", sha256: "2".repeat(64) },
    ];
    const hash = contentHash({ ...whole, files: [board, plan] });
    expect(contentHash({ ...whole, files: [plan, board] })).toBe(hash);
    for (const change of [{ criterionId: "b" }, { caption: "Tavle" }, { sha256: "3".repeat(64) }])
      expect(contentHash({ ...whole, files: [{ ...board, ...change }, plan] })).not.toBe(hash);
  });

  it("is without files what it was before there were any", () => {
    const { files: _, ...before } = whole;
    expect(contentHash(whole)).toBe(hashOf(before));
  });

  it.each<[string, Partial<ObservationContent>]>([
    ["a letter", { seen: "Spurgte ind til erfaringerne!" }],
    ["the day", { observedOn: "2026-05-11" }],
    ["the assessor", { assessorId: "other" }],
    ["a text moved from seen to interpreted", { seen: "", interpreted: whole.seen }],
    ["a rating", { ratings: [{ criterionId: "a", rating: "partly", evidence: "Tre spørgsmål" }] }],
    ["evidence", { ratings: [{ criterionId: "a", rating: "reached", evidence: "To spørgsmål" }] }],
    ["what it amends", { amendsId: "earlier" }],
    ["a picture beside it", { files: [{ criterionId: null, caption: "Tavlen", sha256: "1".repeat(64) }] }],
  ])("changes with %s", (_, change) => {
    expect(contentHash({ ...whole, ...change })).not.toBe(contentHash(whole));
  });
});
