import { describe, expect, it } from "vitest";
import {
  decideAgreementState,
  decideKindChange,
  decidePartnersLeaving,
  decideTerms,
} from "@/lib/agreements/rules/content";
import { editAgreementInput } from "@/lib/agreements/schema";

const terms = {
  kind: "academy",
  validFrom: "2027-01-01",
  validTo: "",
  funderId: "",
  diaryNumber: "",
  amount: null,
  partnerIds: ["a"],
} as const;
const code = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? "yes" : decision.refusal?.code;

describe("the form of an agreement", () => {
  const rest = {
    agreementId: "",
    version: "1",
    title: "",
    validFrom: "2028-09-01",
    currency: "SEK",
    coordinatorId: "",
  };
  const empty = { validTo: "", funderId: "", diaryNumber: "", amount: "" };
  const wrong = (given: Record<string, string>) =>
    editAgreementInput
      .strict()
      .safeParse({ ...rest, ...empty, ...given })
      .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
      .slice(1);
  it("tells terms that do not hold together with whatever else is wrong", () => {
    expect(wrong({ kind: "funded", validTo: "2028-01-01" })).toEqual([
      "title: required",
      "validTo: endsBeforeStart",
      "funderId: choose",
      "diaryNumber: required",
      "amount: required",
    ]);
    expect(wrong({ kind: "academy" })).toEqual(["title: required", "partnerIds: tooFew"]);
    expect(wrong({ kind: "open", validTo: "2028-09-02" })).toEqual(["title: required"]);
  });
  it("says of an amount that is none only that", () => {
    expect(wrong({ kind: "funded", funderId: rest.agreementId, diaryNumber: "1", amount: "-5" })).toEqual([
      "title: required",
      "amount: number",
      "funderId: choose",
    ]);
  });
  it("says of a day that is none only that", () => {
    expect(wrong({ kind: "open", validTo: "2028" })).toEqual([
      "title: required",
      expect.stringMatching(/^validTo/),
    ]);
  });
});

describe("what an agreement says", () => {
  it.each([
    [terms, "yes"],
    [{ ...terms, validTo: "2026-12-31" }, "agreement.endsBeforeStart"],
    [{ ...terms, partnerIds: [] }, "agreement.partnersMissing"],
    [{ ...terms, kind: "open", partnerIds: [] }, "yes"],
    [{ ...terms, kind: "in_house", partnerIds: ["a", "b"] }, "agreement.onePartner"],
    [{ ...terms, kind: "funded" }, "agreement.funderMissing"],
    [{ ...terms, kind: "funded", funderId: "f" }, "agreement.diaryNumberMissing"],
    [{ ...terms, kind: "funded", funderId: "f", diaryNumber: "2015-06703" }, "agreement.amountMissing"],
    [{ ...terms, kind: "funded", funderId: "f", diaryNumber: "2015-06703", amount: 46_800_000 }, "yes"],
  ] as const)("%o: %s", (given, expected) => {
    expect(code(decideTerms(given))).toBe(expected);
  });
  it("keeps its kind once cohorts run under it, and partners who have seats", () => {
    expect(code(decideKindChange("academy", "open", 1))).toBe("agreement.kindFixed");
    expect(code(decideKindChange("academy", "open", 0))).toBe("yes");
    expect(code(decidePartnersLeaving(["a"], ["b"]))).toBe("agreement.partnerHasSeats");
  });
  it.each([
    ["negotiated", "active", ["draft"], "yes"],
    ["negotiated", "completed", [], "agreement.transition"],
    ["active", "completed", ["running"], "agreement.cohortsLive"],
    ["active", "completed", ["completed", "cancelled"], "yes"],
    ["completed", "active", [], "agreement.transition"],
  ] as const)("%s → %s with cohorts %o: %s", (from, to, cohorts, expected) => {
    expect(code(decideAgreementState(from, to, cohorts))).toBe(expected);
  });
});
