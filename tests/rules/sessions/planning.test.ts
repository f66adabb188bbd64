import { describe, expect, it } from "vitest";
import { CohortState, SessionState } from "@/lib/db/generated/enums";
import { type PlannedSession, sessionConcerns } from "@/lib/sessions/rules/concerns";
import {
  decideEditingSession,
  decideRemoving,
  decideSessionState,
  movesWhereabouts,
  type SessionFacts,
} from "@/lib/sessions/rules/planning";
import { sessionTransitions } from "@/lib/sessions/rules/transitions";

const now = new Date("2027-06-01T12:00:00Z");
const hour = 3_600_000;
const facts = (change: Partial<SessionFacts>): SessionFacts => ({
  cohortState: "running",
  state: "planned",
  startsAt: new Date(now.getTime() - hour),
  facilitators: 1,
  hasPlace: true,
  ...change,
});
const said = (change: Partial<SessionFacts>, to: SessionState) => {
  const decision = decideSessionState(facts(change), to, now);
  return decision.ok ? "yes" : decision.refusal.code;
};
const states = Object.values(SessionState);

describe("every move of a session", () => {
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))("%s to %s", (from, to) => {
    expect(said({ state: from }, to)).toBe(
      sessionTransitions[from].includes(to) ? "yes" : "session.transition",
    );
  });
});

describe("what each move asks for", () => {
  it.each<[string, Partial<SessionFacts>, SessionState, string]>([
    ["confirmed without anybody", { facilitators: 0 }, "confirmed", "session.noFacilitator"],
    ["confirmed without a place", { hasPlace: false }, "confirmed", "session.noPlace"],
    [
      "held before it begins",
      { state: "confirmed", startsAt: new Date(now.getTime() + 1) },
      "held",
      "session.notBegun",
    ],
    ["held as it begins", { state: "confirmed", startsAt: now }, "held", "yes"],
    [
      "held in a cohort that is open",
      { state: "confirmed", cohortState: "open" },
      "held",
      "session.cohortNotRunning",
    ],
    ["cancelled in a cohort that is over", { cohortState: "completed" }, "cancelled", "cohort.ended"],
  ])("%s", (_name, change, to, expected) => expect(said(change, to)).toBe(expected));

  it.each(Object.values(CohortState))("is edited in a cohort that is %s", (cohort) => {
    const live = ["draft", "open", "closed", "running"].includes(cohort);
    expect(decideEditingSession(cohort, "planned").ok).toBe(live);
    expect(decideEditingSession(cohort, "held").ok).toBe(false);
  });
  it("is removed only before anybody has seen it", () => {
    expect(decideRemoving("draft", "planned").ok).toBe(true);
    expect(decideRemoving("draft", "confirmed").ok).toBe(false);
    expect(decideRemoving("open", "planned").ok).toBe(false);
  });
});

describe("when SEQUENCE rises", () => {
  const before = {
    startsAt: now,
    endsAt: new Date(now.getTime() + hour),
    roomId: "r",
    place: null,
    link: null,
  };
  it.each([
    ["nothing", {}, false],
    ["the start", { startsAt: new Date(now.getTime() - 1) }, true],
    ["the end", { endsAt: now }, true],
    ["the room", { roomId: null }, true],
    ["the place", { place: "Odense" }, true],
    ["the link", { link: "https://example.org" }, true],
    ["an empty place for none", { place: "" }, false],
  ])("%s changes", (_name, change, expected) => {
    expect(movesWhereabouts(before, { ...before, ...change })).toBe(expected);
  });
});

describe("what staff should look after", () => {
  const session = (change: Partial<PlannedSession>): PlannedSession => ({
    id: "one",
    state: "confirmed",
    startsAt: new Date(now.getTime() + 3 * hour),
    endsAt: new Date(now.getTime() + 5 * hour),
    facilitatorIds: ["a"],
    hasPlace: true,
    city: "Odense",
    day: "2027-06-10",
    timeZone: "Europe/Copenhagen",
    cohortStartsOn: "2027-05-01",
    cohortEndsOn: "2027-11-30",
    ...change,
  });
  const next = (hours: number, change: Partial<PlannedSession>) =>
    session({
      id: "two",
      startsAt: new Date(now.getTime() + (5 + hours) * hour),
      endsAt: new Date(now.getTime() + (7 + hours) * hour),
      ...change,
    });
  it.each<[string, PlannedSession, PlannedSession[], string[]]>([
    ["all is well", session({}), [], []],
    [
      "nobody, nowhere, not confirmed",
      session({ state: "planned", facilitatorIds: [], hasPlace: false }),
      [],
      ["noFacilitator", "noPlace", "unconfirmed"],
    ],
    [
      "not confirmed, but weeks away",
      session({ state: "planned", startsAt: new Date("2027-07-01T12:00:00Z") }),
      [],
      [],
    ],
    ["an hour from Odense to Aarhus", session({}), [next(1, { city: "Aarhus" })], ["tightTravel"]],
    ["two hours from Odense to Aarhus", session({}), [next(2, { city: "Aarhus" })], []],
    ["an hour in the same town", session({}), [next(1, {})], []],
    ["an hour, but another person", session({}), [next(1, { city: "Aarhus", facilitatorIds: ["b"] })], []],
    ["the day before the cohort begins", session({ day: "2027-04-30" }), [], ["outsideCohort"]],
    ["its first day", session({ day: "2027-05-03", cohortStartsOn: "2027-05-03" }), [], []],
    ["its last day", session({ day: "2027-11-30" }), [], []],
    ["the day after its last", session({ day: "2027-12-01" }), [], ["outsideCohort"]],
    ["Ascension in Denmark", session({ day: "2027-05-06" }), [], ["onHoliday"]],
    ["Sweden's national day, in Denmark", session({ day: "2027-06-06" }), [], []],
    [
      "Sweden's national day, in Sweden",
      session({ day: "2027-06-06", timeZone: "Europe/Stockholm" }),
      [],
      ["onHoliday"],
    ],
    ["a held one", session({ state: "held", facilitatorIds: [] }), [], []],
  ])("%s", (_name, one, others, expected) => {
    expect(sessionConcerns(one, [one, ...others], [], now)).toEqual(expected);
  });

  it("sees that whoever facilitates has said that they cannot", () => {
    const one = session({});
    const absence = { personId: one.facilitatorIds[0] ?? "", startsAt: one.startsAt, endsAt: one.endsAt };
    expect(sessionConcerns(one, [one], [absence], now)).toEqual(["unavailable"]);
    expect(sessionConcerns(one, [one], [{ ...absence, personId: "another" }], now)).toEqual([]);
    expect(
      sessionConcerns(one, [one], [{ ...absence, endsAt: one.startsAt, startsAt: new Date(0) }], now),
    ).toEqual([]);
  });
});
