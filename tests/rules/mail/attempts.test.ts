import { describe, expect, it } from "vitest";
import { decideAfterFailure, MAX_ATTEMPTS } from "@/lib/mail/rules/attempts";

const unreachable = { code: "ECONNECTION", message: "connect ECONNREFUSED 10.0.0.1:25" };

describe("a mail that was not taken", () => {
  it("waits longer each time, up to six hours", () => {
    const waits = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => {
      const next = decideAfterFailure(unreachable, index + 1);
      return next.state === "queued" ? next.waitMs / 1000 : Number.NaN;
    });
    expect(waits).toEqual([15, 60, 240, 960, 3840, 15_360, 21_600, 21_600]);
  });

  it.each([
    ["the last attempt", unreachable, MAX_ATTEMPTS, "failed"],
    ["no such mailbox", { code: "EENVELOPE", responseCode: 550, message: "no such user" }, 1, "failed"],
    ["content refused", { code: "EMESSAGE", responseCode: 554, message: "spam" }, 1, "failed"],
    ["mailbox full for now", { code: "EENVELOPE", responseCode: 452, message: "later" }, 1, "queued"],
    ["our password is wrong", { code: "EAUTH", responseCode: 535, message: "auth" }, 1, "queued"],
    ["a fault of ours", { message: "there is no mail template x" }, 1, "queued"],
  ])("%s", (_case, failure, attempts, state) =>
    expect(decideAfterFailure(failure, attempts).state).toBe(state),
  );

  it("keeps no address and no more than 200 characters of the reason", () => {
    const { reason } = decideAfterFailure(
      { code: "EENVELOPE", responseCode: 550, message: `<anna@odense.dk> unknown ${"x".repeat(500)}` },
      1,
    );
    expect(reason).not.toContain("anna");
    expect(reason.length).toBeLessThanOrEqual(200);
  });

  it("always has a reason", () =>
    expect(decideAfterFailure({ message: " " }, MAX_ATTEMPTS).reason).not.toBe(""));
});
