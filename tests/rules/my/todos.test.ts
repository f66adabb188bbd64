import { describe, expect, it } from "vitest";
import { todosOf } from "@/components/my/todos";

type Sources = Parameters<typeof todosOf>[0];
const nothing: Sources = { applications: [], cases: [], observations: [], visits: [], projects: [] };
const day = (date: number) => new Date(Date.UTC(2026, 10, date));

/** Only what the to-do list reads; the rest of a row is beside the point here. */
const visit = (facts: object) =>
  ({ id: "v", assessor: "Mia", timeZone: "UTC", ...facts }) as Sources["visits"][number];
const observation = (facts: object) =>
  ({
    id: "o",
    assessor: "Mia",
    timeZone: "UTC",
    responseDueAt: day(9),
    ...facts,
  }) as Sources["observations"][number];
const application = (facts: object) =>
  ({
    id: "a",
    path: "/my/offers/e",
    programme: { title: "P", slug: "p" },
    cohort: { timeZone: "UTC" },
    waitlistEntry: null,
    ...facts,
  }) as Sources["applications"][number];
const project = (state: string | null) =>
  ({
    enrolmentId: "e",
    programme: "P",
    cohort: "C",
    project: state && { title: "T", state },
  }) as Sources["projects"][number];

describe("todosOf", () => {
  it.each([
    ["a shared observation", { observations: [observation({ state: "shared" })] }, ["respondToObservation"]],
    ["a locked observation", { observations: [observation({ state: "locked" })] }, []],
    [
      "a visit to prepare",
      { visits: [visit({ state: "booked", prepared: false, startsAt: day(3) })] },
      ["prepareVisit"],
    ],
    ["a prepared visit", { visits: [visit({ state: "booked", prepared: true, startsAt: day(3) })] }, []],
    [
      "a visit not agreed on yet",
      { visits: [visit({ state: "proposed", prepared: false, startsAt: day(3) })] },
      [],
    ],
    [
      "a live offer",
      {
        applications: [
          application({ state: "waitlisted", waitlistEntry: { state: "offered", offerExpiresAt: day(2) } }),
        ],
      },
      ["answerOffer"],
    ],
    ["a draft", { applications: [application({ state: "draft" })] }, ["finishApplication"]],
    ["an application that others work on", { applications: [application({ state: "under_review" })] }, []],
    ["no project yet", { projects: [project(null)] }, ["proposeProject"]],
    ["an agreed project", { projects: [project("agreed")] }, ["startProject"]],
    ["a proposed project", { projects: [project("proposed")] }, []],
    ["a project under way", { projects: [project("active")] }, []],
  ] satisfies [string, Partial<Sources>, string[]][])("knows what %s asks", (_name, sources, kinds) => {
    expect(todosOf({ ...nothing, ...sources }).map(({ kind }) => kind)).toEqual(kinds);
  });

  it("puts the most urgent first and what has no date last", () => {
    const todos = todosOf({
      ...nothing,
      observations: [observation({ state: "shared", responseDueAt: day(9) })],
      visits: [visit({ state: "booked", prepared: false, startsAt: day(3) })],
      projects: [project(null)],
    });
    expect(todos.map(({ kind }) => kind)).toEqual(["prepareVisit", "respondToObservation", "proposeProject"]);
  });
});
