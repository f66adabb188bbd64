import { describe, expect, it } from "vitest";
import { decideStateChange, type StateChangeFacts } from "@/lib/cohorts/rules/state-change";
import { cohortTransitions } from "@/lib/cohorts/rules/transitions";
import { CohortState } from "@/lib/db/generated/enums";

const now = new Date("2027-05-13T08:00:00Z");
const states = Object.values(CohortState);

function facts(change: Partial<StateChangeFacts>): StateChangeFacts {
  return {
    state: "draft",
    versionState: "published",
    applicationDeadline: new Date("2027-06-01T21:59:59.999Z"),
    startsOn: "2027-05-13",
    endsOn: "2027-10-30",
    sessions: [{ day: "2027-06-13", startsAt: new Date("2027-06-13T07:00:00Z") }],
    facilitators: 1,
    hasLead: true,
    agreement: null,
    today: "2027-05-13",
    undecided: 0,
    unfinishedSessions: 0,
    liveEnrolments: 0,
    openCases: 0,
    ...change,
  };
}

const said = (change: Partial<StateChangeFacts>, to: CohortState, reason = "For få") => {
  const decision = decideStateChange(facts(change), to, reason, now);
  return decision.ok ? "yes" : decision.refusal.code;
};

describe("every move of a cohort", () => {
  const moves = states.flatMap((from) => states.map((to) => [from, to] as const));
  it.each(moves)("%s to %s", (from, to) => {
    const legal = cohortTransitions[from].includes(to);
    expect(said({ state: from }, to)).toBe(legal ? "yes" : "cohort.transition");
  });
});

describe("what each move asks for", () => {
  it("opens by the checklist", () => expect(said({ facilitators: 0 }, "open")).toBe("cohort.opening.team"));
  it.each([
    ["the day before", "2027-05-12", "cohort.beforeStart"],
    ["the first day", "2027-05-13", "yes"],
    ["later", "2027-06-01", "yes"],
  ])("starts on %s", (_name, today, expected) => {
    expect(said({ state: "closed", today }, "running")).toBe(expected);
  });
  it("does not start with applications undecided", () =>
    expect(said({ state: "closed", undecided: 1 }, "running")).toBe("cohort.undecided"));
  it("does not end with sessions to come", () =>
    expect(said({ state: "running", unfinishedSessions: 1 }, "completed")).toBe("cohort.unfinished"));
  it("ends with participants still to be concluded", () =>
    expect(said({ state: "running", liveEnrolments: 3 }, "completed")).toBe("yes"));
  it("is not archived with cases open", () =>
    expect(said({ state: "completed", openCases: 1 }, "archived")).toBe("cohort.openCases"));
  it.each(["", "  \n"])("is not cancelled without a reason (%j)", (reason) =>
    expect(said({ state: "open" }, "cancelled", reason)).toBe("cohort.reasonMissing"),
  );
});
