import { describe, expect, it } from "vitest";
import { decideUsingAgreement, isOpenToEverybody } from "@/lib/agreements/rules/access";
import { AgreementKind, AgreementState } from "@/lib/db/generated/enums";

describe("agreements", () => {
  it.each(Object.values(AgreementKind))("%s is open to everybody", (kind) => {
    expect(isOpenToEverybody(kind)).toBe(kind === "open");
  });
  it("no agreement is open to everybody", () => expect(isOpenToEverybody(null)).toBe(true));
  it.each(Object.values(AgreementState))("a cohort is planned under one that is %s", (state) => {
    const ok = state === "active" || state === "negotiated";
    expect(decideUsingAgreement({ providerId: "own", state }, "own").ok).toBe(ok);
    expect(decideUsingAgreement({ providerId: "other", state }, "own").ok).toBe(false);
  });
  it("is not one that is not there", () => expect(decideUsingAgreement(null, "own").ok).toBe(false));
});
