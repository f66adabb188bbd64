import { describe, expect, it } from "vitest";
import { daysUntil, decideTakingApplications, publicPhase, seatsLeft } from "@/lib/cohorts/rules/phase";
import { decideDates, decideEditing, decideSlugChange } from "@/lib/cohorts/rules/planning";
import { decideJoiningTeam, decideLeavingTeam } from "@/lib/cohorts/rules/team";
import { editCohortInput } from "@/lib/cohorts/schema";
import { endOfDay } from "@/lib/core/dates";
import type { Decision } from "@/lib/core/decision";
import { CohortState } from "@/lib/db/generated/enums";

const said = (decision: Decision) => (decision.ok ? "yes" : decision.refusal.code);

describe("the dates of a cohort", () => {
  it.each([
    ["2027-05-13", "2027-10-30", "2027-05-12", "yes"],
    ["2027-05-13", "2027-05-13", "2027-04-01", "yes"],
    ["2027-05-13", "2027-05-12", "2027-04-01", "cohort.endsBeforeStart"],
    ["2027-05-13", "2027-10-30", "2027-05-13", "cohort.deadlineAfterStart"],
    ["2027-05-13", "2031-10-30", "2027-04-01", "cohort.tooLong"],
  ])("%s to %s, applications until %s", (startsOn, endsOn, deadlineOn, expected) => {
    expect(said(decideDates({ startsOn, endsOn, deadlineOn }))).toBe(expected);
  });
});

describe("the form of a cohort", () => {
  const rest = { cohortId: "", version: "1", name: "", slug: "odense", city: "Odense", offerHours: "48" };
  const wrong = (dates: Record<string, string>) =>
    editCohortInput
      .strict()
      .safeParse({ ...rest, timeZone: "Europe/Copenhagen", ...dates })
      .error?.issues.map(({ path, message }) => [path.join("."), message]);
  it("tells days the wrong way round with whatever else is wrong", () => {
    const dates = { startsOn: "2027-05-13", endsOn: "2027-05-12", deadlineOn: "2027-05-13" };
    expect(wrong(dates)).toEqual([
      ["cohortId", expect.anything()],
      ["name", "required"],
      ["endsOn", "endsBeforeStart"],
      ["deadlineOn", "deadlineAfterStart"],
    ]);
    expect(new Set(wrong({ ...dates, startsOn: "" })?.map(([path]) => path))).toEqual(
      new Set(["cohortId", "name", "startsOn"]),
    );
    expect(wrong({ ...dates, endsOn: "2027-05-13", deadlineOn: "2027-05-12" })).toHaveLength(2);
  });
});

describe("the deadline", () => {
  // Summer time begins in Denmark on 28 March 2027 and ends on 31 October.
  const cases = [
    ["2027-03-27", "2027-03-27T22:59:59.999Z"],
    ["2027-03-28", "2027-03-28T21:59:59.999Z"],
    ["2027-10-30", "2027-10-30T21:59:59.999Z"],
    ["2027-10-31", "2027-10-31T22:59:59.999Z"],
  ] as const;
  it.each(cases)("of %s ends at %s", (day, instant) => {
    const applicationDeadline = endOfDay(day, "Europe/Copenhagen");
    expect(applicationDeadline.toISOString()).toBe(instant);
    const at = (ms: number) => new Date(applicationDeadline.getTime() + ms);
    expect(decideTakingApplications({ state: "open", applicationDeadline }, at(-1000)).ok).toBe(true);
    expect(decideTakingApplications({ state: "open", applicationDeadline }, at(0)).ok).toBe(true);
    expect(said(decideTakingApplications({ state: "open", applicationDeadline }, at(1)))).toBe(
      "cohort.deadlinePassed",
    );
  });
  it.each(Object.values(CohortState).filter((state) => state !== "open"))(
    "takes nothing when %s",
    (state) => {
      const applicationDeadline = new Date("2027-05-01T00:00:00Z");
      const before = new Date("2027-04-01T00:00:00Z");
      expect(said(decideTakingApplications({ state, applicationDeadline }, before))).toBe("cohort.notOpen");
    },
  );
});

describe("the phase a visitor sees", () => {
  const deadline = new Date("2027-04-30T21:59:59.999Z");
  const phase = (state: CohortState, left: number, now: string) =>
    publicPhase({ state, applicationDeadline: deadline, seatsLeft: left }, new Date(now));
  it.each([
    ["open", 5, "2027-04-01T00:00:00Z", "open"],
    ["open", 5, "2027-04-24T00:00:00Z", "lastDays"],
    ["open", 0, "2027-04-01T00:00:00Z", "full"],
    ["open", 5, "2027-05-01T00:00:00Z", "closed"],
    ["closed", 5, "2027-04-01T00:00:00Z", "closed"],
    ["running", 5, "2027-06-01T00:00:00Z", "running"],
    ["completed", 5, "2028-06-01T00:00:00Z", "completed"],
  ] as const)("%s with %i seats at %s is %s", (state, left, now, expected) => {
    expect(phase(state, left, now)).toBe(expected);
  });
  it("counts seats and days", () => {
    expect([seatsLeft(30, 12), seatsLeft(30, 30), seatsLeft(1, 2)]).toEqual([18, 0, 0]);
    expect([seatsLeft(30, 12, 5), seatsLeft(30, 25, 6)]).toEqual([13, 0]);
    const now = new Date("2027-04-29T22:00:00Z");
    expect([daysUntil(deadline, now), daysUntil(now, deadline)]).toEqual([1, 0]);
  });
});

describe("address, editing", () => {
  it.each([
    ["draft", "a", "b", "yes"],
    ["open", "a", "a", "yes"],
    ["open", "a", "b", "cohort.slugFixed"],
  ] as const)("%s: address %s to %s", (state, from, to, expected) => {
    expect(said(decideSlugChange(state, from, to))).toBe(expected);
  });
  it.each(Object.values(CohortState))("%s may be edited", (state) => {
    const live = ["draft", "open", "closed", "running"].includes(state);
    expect(decideEditing(state).ok).toBe(live);
  });
});

describe("the teaching team", () => {
  const fit = { isFacilitator: true, isParticipant: false, hasAssessed: false };
  it.each([
    [fit, "yes"],
    [{ ...fit, isFacilitator: false }, "cohort.team.notFacilitator"],
    [{ ...fit, isParticipant: true }, "cohort.team.isParticipant"],
    [{ ...fit, hasAssessed: true }, "cohort.team.hasAssessed"],
  ])("%j: %s", (facts, expected) => expect(said(decideJoiningTeam(facts))).toBe(expected));
  it("keeps whoever has sessions to come", () => {
    expect(said(decideLeavingTeam(0))).toBe("yes");
    expect(said(decideLeavingTeam(1))).toBe("cohort.team.hasSessions");
  });
});
