import { describe, expect, it } from "vitest";
import {
  decideAgreementState,
  decideKindChange,
  decidePartnersLeaving,
  decideTerms,
} from "@/lib/agreements/rules/content";

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
