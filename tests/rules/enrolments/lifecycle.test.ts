import { describe, expect, it } from "vitest";
import type { Decision } from "@/lib/core/decision";
import type { CohortState, EnrolmentState } from "@/lib/db/generated/enums";
import { decideCompleting, decideLeaving, decidePausing } from "@/lib/enrolments/rules/lifecycle";

const word = (decision: Decision<unknown>) =>
  decision.ok ? (decision.value ?? "ok") : decision.refusal.code;
const at = (state: EnrolmentState, cohortState: CohortState = "running") => ({ state, cohortState });

describe("an enrolment", () => {
  it.each<[EnrolmentState, string, string, string]>([
    ["reserved", "ok", "enrolment.notActive", "enrolment.notActive"],
    ["active", "ok", "paused", "ok"],
    ["paused", "enrolment.pausedFirst", "active", "enrolment.notActive"],
    ["completed", "enrolment.over", "enrolment.notActive", "enrolment.notActive"],
    ["not_completed", "enrolment.over", "enrolment.notActive", "enrolment.notActive"],
    ["withdrawn", "enrolment.over", "enrolment.notActive", "enrolment.notActive"],
    ["substituted", "enrolment.over", "enrolment.notActive", "enrolment.notActive"],
    ["transferred", "enrolment.over", "enrolment.notActive", "enrolment.notActive"],
  ])("that is %s: leave, pause, complete", (state, leave, pause, complete) => {
    expect(word(decideLeaving(at(state)))).toBe(leave);
    expect(word(decidePausing(at(state)))).toBe(pause);
    expect(word(decideCompleting(at(state), "completed", ""))).toBe(complete);
  });

  it.each<[CohortState, string]>([
    ["open", "enrolment.cohortNotRunning"],
    ["closed", "enrolment.cohortNotRunning"],
    ["running", "ok"],
    ["completed", "ok"],
    ["archived", "enrolment.cohortNotRunning"],
  ])("is completed on a cohort that is %s: %s", (cohortState, expected) => {
    expect(word(decideCompleting(at("active", cohortState), "completed", ""))).toBe(expected);
  });

  it("is not completed for a reason", () => {
    expect(word(decideCompleting(at("active"), "not_completed", " "))).toBe("enrolment.reasonMissing");
    expect(word(decideCompleting(at("active"), "not_completed", "Skiftede job"))).toBe("ok");
  });
});
