import { describe, expect, it } from "vitest";
import { decideAttendanceEntry, isRollOpen } from "@/lib/attendance/rules/entries";
import { notedSessions } from "@/lib/attendance/rules/noted-sessions";
import { type AttendedSession, attendanceStanding, attendanceSummary } from "@/lib/attendance/rules/summary";
import { attendanceEvidence } from "@/lib/certification/rules/evidence-rows";
import type { AttendanceStatus } from "@/lib/db/generated/enums";

const NOW = new Date("2026-05-13T12:00:00Z");
const session = {
  state: "confirmed" as const,
  startsAt: new Date("2026-05-13T07:00:00Z"),
  endsAt: new Date("2026-05-13T14:00:00Z"),
};
const entry = (status: AttendanceStatus, minutes: number | null = null, evidence: string | null = null) => ({
  status,
  minutes,
  evidence,
});

function noting(current: AttendanceStatus, next: ReturnType<typeof entry>, now = NOW): string {
  const decision = decideAttendanceEntry(session, current, next, now);
  return decision.ok ? "allowed" : decision.refusal.code;
}

describe("decideAttendanceEntry", () => {
  it.each<[AttendanceStatus, ReturnType<typeof entry>, string]>([
    ["expected", entry("present"), "allowed"],
    ["expected", entry("apology"), "allowed"],
    ["expected", entry("absent"), "allowed"],
    ["expected", entry("partial", 90), "allowed"],
    ["expected", entry("made_up", null, "Opgave"), "attendance.transition"],
    ["present", entry("absent"), "allowed"],
    ["present", entry("made_up", null, "Opgave"), "attendance.transition"],
    ["partial", entry("partial", 100), "allowed"],
    ["absent", entry("made_up", null, "Opgave"), "allowed"],
    ["apology", entry("made_up", null, "Opgave"), "allowed"],
    ["absent", entry("made_up", null, "  "), "attendance.evidenceMissing"],
    ["made_up", entry("present"), "attendance.transition"],
    ["made_up", entry("absent"), "allowed"],
    ["expected", entry("partial"), "attendance.minutesMissing"],
    ["expected", entry("partial", 0), "attendance.minutesMissing"],
    ["expected", entry("partial", 419), "allowed"],
    ["expected", entry("partial", 420), "attendance.minutesTooMany"],
    ["expected", entry("present", 30), "attendance.minutesOnlyForPart"],
  ])("from %s to %o", (current, next, expected) => {
    expect(noting(current, next)).toBe(expected);
  });

  it("calls the roll from an hour before, and takes an apology at any time", () => {
    const hourBefore = new Date("2026-05-13T06:00:00Z");
    const earlier = new Date(hourBefore.getTime() - 1000);
    expect([isRollOpen(session, hourBefore), isRollOpen(session, earlier)]).toEqual([true, false]);
    expect(noting("expected", entry("present"), hourBefore)).toBe("allowed");
    expect(noting("expected", entry("present"), earlier)).toBe("attendance.tooEarly");
    expect(noting("expected", entry("apology"), earlier)).toBe("allowed");
  });

  it("notes nothing of a cancelled session", () => {
    const cancelled = { ...session, state: "cancelled" as const };
    expect(decideAttendanceEntry(cancelled, "expected", entry("present"), NOW)).toMatchObject({
      refusal: { code: "attendance.sessionCancelled" },
    });
  });
});

describe("attendanceSummary", () => {
  const past = (status: AttendanceStatus | null, change: Partial<AttendedSession> = {}): AttendedSession => ({
    startsAt: new Date("2026-05-01T07:00:00Z"),
    endsAt: new Date("2026-05-01T14:00:00Z"),
    state: "held",
    obligation: "required",
    status,
    minutes: null,
    ...change,
  });
  const ahead = (status: AttendanceStatus | null) =>
    past(status, { startsAt: new Date("2026-06-01T07:00:00Z"), endsAt: new Date("2026-06-01T14:00:00Z") });

  it.each<[string, AttendedSession[], [number, number, number]]>([
    ["nothing planned", [], [0, 0, 0]],
    ["there and made up", [past("present"), past("made_up")], [2, 2, 2]],
    ["away is lost once it is over", [past("absent"), past("apology"), past("present")], [1, 3, 1]],
    ["the roll was not called yet", [past(null), past("present")], [1, 2, 2]],
    ["still to come, also with an apology", [past("present"), ahead(null), ahead("apology")], [1, 3, 3]],
    ["in part: by the share of the minutes", [past("partial", { minutes: 210 })], [0.5, 1, 0.5]],
    ["a cancelled session is no session", [past(null, { state: "cancelled" }), past("present")], [1, 1, 1]],
    [
      "optional and not expected are left out",
      [
        past("present", { obligation: "optional" }),
        past("absent", { obligation: "not_expected" }),
        past("present"),
      ],
      [1, 1, 1],
    ],
  ])("%s", (_, sessions, [attended, planned, highestAttainable]) => {
    expect(attendanceSummary("manager", sessions, NOW)).toMatchObject({
      attended,
      planned,
      highestAttainable,
    });
  });

  it("leaves a guest out", () => {
    expect(attendanceSummary("guest", [past("present")], NOW)).toBeNull();
  });

  it.each([
    [8, 10, 10, 80, "met"],
    [7, 10, 8, 80, "attainable"],
    [7, 10, 7.9, 80, "unattainable"],
    [0, 0, 0, 80, "met"],
    // A third and two thirds of a session are one, whatever floating point says.
    [1 / 3 + 2 / 3 + 0.1 + 0.2 + 0.7, 10, 10, 20, "met"],
  ])(
    "%d of %d, at most %d, against %d per cent",
    (attended, planned, highestAttainable, percent, expected) => {
      expect(attendanceStanding({ attended, planned, highestAttainable, open: 0 }, percent)).toBe(expected);
    },
  );
});

describe("notedSessions", () => {
  const session = (id: string) => ({
    id,
    state: "held" as const,
    startsAt: new Date("2026-05-01T07:00:00Z"),
    endsAt: new Date("2026-05-01T14:00:00Z"),
    obligations: [],
  });
  const note = (sessionId: string, entry: number, status: AttendanceStatus) => ({
    sessionId,
    entry,
    status,
    minutes: null,
  });
  const manager = { participantRole: "manager", trackId: null } as const;

  it("takes the note that was made last, in whatever order they come", () => {
    const notes = [note("a", 2, "made_up"), note("b", 1, "present"), note("a", 1, "absent")];
    for (const given of [notes, notes.toReversed()])
      expect(
        notedSessions([session("a"), session("b"), session("c")], given, manager).map((each) => each.status),
      ).toEqual(["made_up", "present", null]);
  });

  it("judges a past session without a roll the same for the certification and for the participant's page", () => {
    const sessions = [session("a"), session("b")];
    const notes = [note("a", 1, "present")];
    const own = attendanceSummary("manager", notedSessions(sessions, notes, manager), NOW);
    const { notes: kept, ...judged } = attendanceEvidence(sessions, notes, manager, NOW);
    expect(judged).toEqual(own);
    expect(judged).toMatchObject({ attended: 1, planned: 2, highestAttainable: 2, open: 1 });
    expect(kept).toEqual([{ sessionId: "a", status: "present", minutes: null, entry: 1 }]);
  });
});
