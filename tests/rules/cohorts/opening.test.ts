import { describe, expect, it } from "vitest";
import {
  decideOpening,
  type OpeningFacts,
  openingChecklist,
  openingPoints,
} from "@/lib/cohorts/rules/opening";

const now = new Date("2027-03-01T12:00:00Z");
const deadline = new Date("2027-04-01T21:59:59.999Z");
const session = { day: "2027-05-13", startsAt: new Date("2027-05-13T07:00:00Z") };

const ready: OpeningFacts = {
  state: "draft",
  versionState: "published",
  applicationDeadline: deadline,
  startsOn: "2027-05-13",
  endsOn: "2027-10-30",
  sessions: [session],
  facilitators: 1,
  hasLead: true,
  agreement: null,
};

describe("opening a cohort", () => {
  it.each<[string, Partial<OpeningFacts>, string]>([
    ["everything is there", {}, "yes"],
    ["the agreement is in force", { agreement: { state: "active" } }, "yes"],
    ["the version was retired meanwhile", { versionState: "retired" }, "cohort.opening.version"],
    ["no session", { sessions: [] }, "cohort.opening.sessions"],
    ["a session before the first day", { startsOn: "2027-05-14" }, "cohort.opening.sessionDays"],
    ["a session after the last day", { endsOn: "2027-05-12" }, "cohort.opening.sessionDays"],
    ["the deadline is now", { applicationDeadline: now }, "cohort.opening.deadlineAhead"],
    ["the deadline is a moment ahead", { applicationDeadline: new Date(now.getTime() + 1) }, "yes"],
    [
      "the deadline is the first session's moment",
      { applicationDeadline: session.startsAt },
      "cohort.opening.deadlineBeforeStart",
    ],
    ["nobody teaches", { facilitators: 0, hasLead: false }, "cohort.opening.team"],
    ["nobody leads", { hasLead: false }, "cohort.opening.lead"],
    ["the agreement is being negotiated", { agreement: { state: "negotiated" } }, "cohort.opening.agreement"],
  ])("%s", (_name, change, expected) => {
    const decision = decideOpening({ ...ready, ...change }, now);
    expect(decision.ok ? "yes" : decision.refusal.code).toBe(expected);
  });

  it("lists every point once, in its order", () => {
    expect(openingChecklist(ready, now).map((item) => item.point)).toEqual([...openingPoints]);
  });
});
