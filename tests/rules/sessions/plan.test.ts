import { describe, expect, it } from "vitest";
import { sameTrack, weeksBetween, weeksLater } from "@/lib/cohorts/rules/copying";
import { participantClashes } from "@/lib/sessions/rules/clashes";
import { findCollisions } from "@/lib/sessions/rules/collisions";
import { nearestFreeTimes } from "@/lib/sessions/rules/free-times";
import { moveToken, parseMoves, withMove } from "@/lib/sessions/rules/move-token";
import { newsOf, type SessionChange } from "@/lib/sessions/rules/news";
import { planPeriod } from "@/lib/sessions/rules/plan-period";
import { previewRow } from "@/lib/sessions/rules/row-preview";
import { decidePeriod, saidPeriod } from "@/lib/unavailability/rules/period";

const zone = "Europe/Copenhagen";
const at = (text: string) => new Date(`${text}:00Z`);
const never = new Date("2026-01-01T00:00:00Z");
const taken = (
  id: string,
  from: string,
  to: string,
  roomId: string | null,
  facilitatorIds: string[] = [],
) => ({
  id,
  startsAt: at(from),
  endsAt: at(to),
  roomId,
  facilitatorIds,
});

describe("collisions", () => {
  const wanted = {
    startsAt: at("2027-05-13T07:00"),
    endsAt: at("2027-05-13T14:00"),
    roomId: "r",
    facilitatorIds: ["a"],
  };
  it.each([
    ["the same room", [taken("1", "2027-05-13T13:00", "2027-05-13T15:00", "r")], [], ["room"]],
    ["another room", [taken("1", "2027-05-13T13:00", "2027-05-13T15:00", "s")], [], []],
    ["the room, right after", [taken("1", "2027-05-13T14:00", "2027-05-13T15:00", "r")], [], []],
    [
      "the same person",
      [taken("1", "2027-05-13T06:00", "2027-05-13T08:00", null, ["a"])],
      [],
      ["facilitator"],
    ],
    [
      "who cannot",
      [],
      [{ personId: "a", startsAt: at("2027-05-13T00:00"), endsAt: at("2027-05-14T00:00") }],
      ["unavailable"],
    ],
    [
      "another who cannot",
      [],
      [{ personId: "b", startsAt: at("2027-05-13T00:00"), endsAt: at("2027-05-14T00:00") }],
      [],
    ],
  ])("%s", (_, occupied, absences, kinds) => {
    expect(findCollisions(wanted, occupied, absences).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("the nearest free times", () => {
  const search = {
    wanted: { day: "2027-05-13", from: "09:00", to: "16:00" },
    zone,
    roomId: "r",
    facilitatorIds: [],
  };
  it("are after what is there on the same day, then the days around it, without weekends and holidays", () => {
    const busy = [taken("1", "2027-05-13T06:00", "2027-05-13T09:00", "r")];
    const free = nearestFreeTimes(search, busy, [], (day) => day === "2027-05-14", never);
    expect(free).toEqual([
      { day: "2027-05-12", from: "09:00", to: "16:00" },
      { day: "2027-05-13", from: "11:00", to: "18:00" },
      { day: "2027-05-13", from: "11:30", to: "18:30" },
    ]);
  });
  it("are not in the past", () => {
    const free = nearestFreeTimes(search, [], [], () => false, at("2027-05-13T20:00"));
    expect(free.every(({ day }) => day > "2027-05-13")).toBe(true);
  });
});

describe("who is told", () => {
  const plan = (hour: number) => ({
    startsAt: at(`2027-05-13T${hour}:00`),
    endsAt: at(`2027-05-13T${hour + 1}:00`),
    place: "",
    link: "",
  });
  const change = (kind: SessionChange["kind"], more: Partial<SessionChange> = {}): SessionChange => ({
    kind,
    session: { id: "s", cohortId: "c", theme: "Mod", timeZone: zone, icalUid: "u", sequence: 1 },
    cohort: { name: "Hold", state: "open" },
    before: plan(10),
    after: plan(12),
    facilitatorsBefore: ["f"],
    facilitatorsAfter: ["f"],
    ...more,
  });
  const seat = (personId: string, participantRole: "manager" | "politician" = "manager") => ({
    personId,
    cohortId: "c",
    trackId: null,
    participantRole,
  });
  const audience = {
    seats: [seat("p"), seat("q", "politician")],
    obligations: new Map([
      ["s", [{ trackId: null, participantRole: "politician" as const, obligation: "not_expected" as const }]],
    ]),
  };
  const told = (changes: SessionChange[], acting: string | null = null) =>
    Object.fromEntries(
      [...newsOf(changes, audience, acting)].map(([id, news]) => [id, news.map(({ kind }) => kind)]),
    );

  it("is whoever comes and whoever teaches, once each", () => {
    expect(told([change("moved")])).toEqual({ p: ["moved"], f: ["moved"] });
    expect(told([change("moved"), change("cancelled")])).toEqual({
      p: ["moved", "cancelled"],
      f: ["moved", "cancelled"],
    });
  });
  it("is not the one who acts, and nobody of a draft", () => {
    expect(told([change("moved")], "f")).toEqual({ p: ["moved"] });
    expect(told([change("moved", { cohort: { name: "Hold", state: "draft" } })])).toEqual({});
  });
  it("is who is excused and who is asked now, where only the rules on who has to come change", () => {
    const before = [
      { trackId: null, participantRole: "manager" as const, obligation: "not_expected" as const },
    ];
    // Before it the manager was not expected, now the politician is not.
    expect(told([change("team", { obligationsBefore: before })])).toEqual({ p: ["added"], q: ["excused"] });
    expect(told([change("moved", { obligationsBefore: before })])).toEqual({
      p: ["added"],
      q: ["excused"],
      f: ["moved"],
    });
    expect(told([change("team", { obligationsBefore: audience.obligations.get("s") ?? [] })])).toEqual({});
  });
  it("is who joins and who leaves, where only the team changes", () => {
    expect(told([change("team", { facilitatorsAfter: ["g"] })])).toEqual({ g: ["joined"], f: ["left"] });
  });
});

describe("the plan's address", () => {
  const move = {
    sessionId: "0190b6c0-0000-7000-8000-000000000002",
    day: "2027-05-13",
    from: "09:00",
    to: "16:30",
  };
  it("carries moves there and back, the last of each session", () => {
    expect(parseMoves(moveToken(move))).toEqual([move]);
    expect(parseMoves([moveToken(move), moveToken({ ...move, day: "2027-05-14" })])).toEqual([
      { ...move, day: "2027-05-14" },
    ]);
    expect(withMove([move], { ...move, from: "10:00" })).toHaveLength(1);
  });
  it.each(["", "x", `${move.sessionId}~2027-05-13~2500~1600`, `${move.sessionId}~2027-05-13`])(
    "leaves out “%s”",
    (token) => {
      expect(parseMoves(token)).toEqual([]);
    },
  );
  it.each([
    ["week", "2027-05-13", "2027-05-10", "2027-05-16"],
    ["month", "2027-05-13", "2027-04-26", "2027-06-06"],
    ["month", "2027-02-10", "2027-02-01", "2027-02-28"],
  ] as const)("%s around %s shows whole weeks", (view, day, first, last) => {
    expect(planPeriod(view, day)).toMatchObject({ firstDay: first, lastDay: last });
  });
});

describe("repeating a cohort", () => {
  it("moves whole weeks, so that weekdays stay", () => {
    expect(weeksBetween("2026-05-13", "2027-05-12")).toBe(52);
    expect(weeksBetween("2026-05-13", "2027-05-14")).toBe(52);
    expect(weeksLater("2026-10-20", 53)).toBe("2027-10-26");
  });
  it("finds the same track by name, or the only one of the audience", () => {
    const track = { id: "1", name: "Ledere", audience: "managers" };
    expect(sameTrack(track, [{ id: "2", name: "Ledere", audience: "managers" }])).toBe("2");
    expect(sameTrack(track, [{ id: "2", name: "Chefer", audience: "managers" }])).toBe("2");
    expect(sameTrack(track, [{ id: "2", name: "Andre", audience: "network" }])).toBeNull();
  });
});

describe("a row of sessions before it is planned", () => {
  const context = {
    zone,
    country: "DK",
    lastDay: "2027-12-31",
    occupied: [],
    absences: [],
    schoolHolidays: [],
  } as const;
  it("is ten Tuesdays, not in week 42 and not on a holiday", () => {
    const row = {
      themes: ["Et"],
      count: 10,
      firstDay: "2027-09-07",
      everyWeeks: 1,
      skipWeeks: [42],
      skipHolidays: true,
      from: "09:00",
      to: "16:00",
      roomId: null,
      facilitatorIds: [],
    };
    const preview = previewRow(row, context);
    expect(preview?.days).toHaveLength(10);
    expect(preview?.days.every(({ day }) => new Date(`${day}T00:00:00Z`).getUTCDay() === 2)).toBe(true);
    expect(preview?.passedOver).toEqual([{ day: "2027-10-19", week: 42, holiday: null }]);
    expect(preview?.days.at(-1)?.day).toBe("2027-11-16");
  });
});

describe("somebody on two cohorts", () => {
  const session = (id: string, cohortId: string, from: string, to: string) => ({
    id,
    cohortId,
    startsAt: at(from),
    endsAt: at(to),
    obligations: [],
  });
  const seats = [
    { personId: "p", cohortId: "a", trackId: null, participantRole: "manager" as const },
    { personId: "p", cohortId: "b", trackId: null, participantRole: "manager" as const },
    { personId: "q", cohortId: "a", trackId: null, participantRole: "manager" as const },
  ];
  it("is warned of where both meet at once", () => {
    const one = session("1", "a", "2027-05-13T07:00", "2027-05-13T14:00");
    const other = session("2", "b", "2027-05-13T13:00", "2027-05-13T15:00");
    expect(participantClashes([one], [other], seats).map(({ personId }) => personId)).toEqual(["p"]);
    expect(
      participantClashes([one], [session("3", "b", "2027-05-13T14:00", "2027-05-13T15:00")], seats),
    ).toEqual([]);
  });
});

describe("when somebody cannot", () => {
  const said = { fromDay: "2027-03-27", fromTime: "", toDay: "2027-03-28", toTime: "" };
  it("is whole days, also over the change of the clocks", () => {
    const decision = decidePeriod(said, zone, never);
    expect(decision).toEqual({
      ok: true,
      value: { startsAt: at("2027-03-26T23:00"), endsAt: at("2027-03-28T22:00") },
    });
  });
  it.each([
    [{ ...said, toDay: "2027-03-26" }, "unavailability.endsBeforeStart"],
    [{ ...said, fromDay: "2025-01-01", toDay: "2025-01-02" }, "unavailability.past"],
    [{ ...said, toDay: "2029-01-01" }, "unavailability.tooLong"],
    [{ ...said, fromDay: "2027-03-28", fromTime: "02:30" }, "time.leftOut"],
  ])("refuses %o as %s", (period, code) => {
    expect(decidePeriod(period, zone, never)).toMatchObject({ refusal: { code } });
  });
  it.each([
    said,
    { ...said, fromTime: "09:00" },
    { ...said, toTime: "16:15" },
    { fromDay: "2027-10-31", fromTime: "00:00", toDay: "2027-10-31", toTime: "12:00" },
    { fromDay: "2027-10-30", fromTime: "22:00", toDay: "2027-10-31", toTime: "00:00" },
  ])("said again, %o is the same period", (period) => {
    const first = decidePeriod(period, zone, never);
    if (!first.ok) throw new Error(first.refusal.code);
    const again = saidPeriod(first.value.startsAt, first.value.endsAt, zone);
    expect(decidePeriod(again, zone, never)).toEqual(first);
  });
});
