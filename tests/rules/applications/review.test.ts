import { describe, expect, it } from "vitest";
import {
  decideAdmission,
  decideDeclining,
  decideTakingUp,
  decideWithdrawal,
  type ReviewFacts,
} from "@/lib/applications/rules/review";
import type { Decision } from "@/lib/core/decision";
import type { ApplicationState, CohortState } from "@/lib/db/generated/enums";

const word = (decision: Decision<unknown>) =>
  decision.ok ? (decision.value ?? "ok") : decision.refusal.code;
const at = (state: ApplicationState, more: Partial<ReviewFacts> = {}): ReviewFacts => ({
  state,
  cohortState: "open",
  waitlistState: null,
  ...more,
});
const first = { takeUpFirst: true };
const direct = { takeUpFirst: false };

describe("staff", () => {
  it.each<[ApplicationState, unknown, unknown, unknown]>([
    ["draft", "application.transition", "application.transition", "application.transition"],
    ["submitted", "ok", first, first],
    [
      "manager_pending",
      "application.managerPending",
      "application.managerPending",
      "application.managerPending",
    ],
    ["manager_approved", "ok", first, first],
    ["manager_declined", "application.transition", "application.transition", "application.transition"],
    ["under_review", "application.transition", direct, direct],
    ["admitted", "application.transition", "application.transition", "application.transition"],
    ["waitlisted", "application.transition", "application.alreadyQueued", direct],
    ["declined", "application.transition", "application.transition", "application.transition"],
    ["withdrawn", "application.transition", "application.transition", "application.transition"],
  ])("with one that is %s: take up, admit, decline", (state, takeUp, admit, decline) => {
    expect(word(decideTakingUp(state))).toEqual(takeUp);
    expect(word(decideAdmission(at(state)))).toEqual(admit);
    expect(word(decideDeclining(at(state), "Fordi"))).toEqual(decline);
  });

  it.each<[CohortState, unknown]>([
    ["draft", "application.cohortNotFilling"],
    ["open", direct],
    ["closed", direct],
    ["running", "application.cohortNotFilling"],
    ["completed", "application.cohortNotFilling"],
    ["archived", "application.cohortNotFilling"],
    ["cancelled", "application.cohortNotFilling"],
  ])("admit to a cohort that is %s", (cohortState, expected) => {
    expect(word(decideAdmission(at("under_review", { cohortState })))).toEqual(expected);
  });

  it("decline with a reason, and not somebody who holds an offer", () => {
    expect(word(decideDeclining(at("under_review"), "  "))).toBe("application.reasonMissing");
    expect(word(decideDeclining(at("waitlisted", { waitlistState: "offered" }), "Fordi"))).toBe(
      "application.seatOffered",
    );
    expect(word(decideDeclining(at("waitlisted", { waitlistState: "waiting" }), "Fordi"))).toEqual(direct);
  });
});

describe("the applicant", () => {
  it.each<[ApplicationState, string]>([
    ["draft", "ok"],
    ["submitted", "ok"],
    ["manager_pending", "ok"],
    ["manager_approved", "ok"],
    ["manager_declined", "application.notOpen"],
    ["under_review", "ok"],
    ["admitted", "application.alreadyAdmitted"],
    ["waitlisted", "ok"],
    ["declined", "application.notOpen"],
    ["withdrawn", "application.notOpen"],
  ])("withdraws one that is %s: %s", (state, expected) => {
    expect(word(decideWithdrawal(state))).toBe(expected);
  });
});
