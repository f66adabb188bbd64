import { describe, expect, it } from "vitest";
import {
  type ApprovalFacts,
  approvalExpiry,
  decideAnswer,
  decideAnswering,
  decideAskingAgain,
} from "@/lib/applications/rules/approval";

const ASKED = new Date("2027-01-10T08:00:00Z");
const EXPIRES = approvalExpiry(ASKED, 14);
const pending: ApprovalFacts = {
  applicationState: "manager_pending",
  answeredAt: null,
  approved: null,
  expiresAt: EXPIRES,
};
const said = (facts: ApprovalFacts, by: "link" | "coordinator", now: Date) => {
  const decision = decideAnswering(facts, by, now);
  return decision.ok ? "ok" : decision.refusal.code;
};

describe("a manager's approval", () => {
  it("is good for fourteen days", () => {
    expect(EXPIRES.toISOString()).toBe("2027-01-24T08:00:00.000Z");
  });

  it("expires at its instant for the link, and not for the coordinator", () => {
    const before = new Date(EXPIRES.getTime() - 1);
    expect(said(pending, "link", before)).toBe("ok");
    expect(said(pending, "link", EXPIRES)).toBe("approval.expired");
    expect(said(pending, "coordinator", EXPIRES)).toBe("ok");
  });

  it("is answered once", () => {
    const answered = { ...pending, answeredAt: ASKED, applicationState: "manager_approved" as const };
    expect(said({ ...answered, approved: true }, "link", ASKED)).toBe("approval.alreadyApproved");
    expect(said({ ...answered, approved: false }, "coordinator", ASKED)).toBe("approval.alreadyDeclined");
  });

  it("is not needed for what was withdrawn, nor for what does not wait", () => {
    expect(said({ ...pending, applicationState: "withdrawn" }, "link", ASKED)).toBe("approval.withdrawn");
    expect(said({ ...pending, applicationState: "under_review" }, "link", ASKED)).toBe("approval.notAsked");
  });

  it("gives a reason where it is a no", () => {
    expect(decideAnswer({ approved: true, comment: "" }).ok).toBe(true);
    expect(decideAnswer({ approved: false, comment: "Ikke i år" }).ok).toBe(true);
    expect(decideAnswer({ approved: false, comment: "" })).toMatchObject({
      refusal: { code: "approval.reasonMissing", field: "comment" },
    });
  });

  it("is asked for again until somebody has answered", () => {
    expect(decideAskingAgain(pending).ok).toBe(true);
    expect(decideAskingAgain({ ...pending, answeredAt: ASKED }).ok).toBe(false);
    expect(decideAskingAgain({ ...pending, applicationState: "withdrawn" }).ok).toBe(false);
  });
});
