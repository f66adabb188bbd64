import { describe, expect, it } from "vitest";
import { declinedWishes, type HolderWish } from "@/lib/certificates/rules/sharing";
import { type RecertificationStage, recertificationStage } from "@/lib/certificates/rules/succession";
import type { CaseState, EnrolmentState } from "@/lib/db/generated/enums";

describe("how far a recertification is", () => {
  it.each<[boolean, CaseState, EnrolmentState, RecertificationStage]>([
    [true, "released", "completed", "none"],
    [true, "appealed", "active", "none"],
    [true, "released", "withdrawn", "closed"],
    [true, "released", "not_completed", "closed"],
    [false, "collecting", "completed", "underWay"],
    [false, "hearing", "active", "underWay"],
    [false, "decided", "completed", "underWay"],
    [false, "appealed", "withdrawn", "underWay"],
    [false, "released", "completed", "ended"],
    [false, "upheld", "active", "ended"],
    [false, "discontinued", "withdrawn", "closed"],
  ])(
    "of the present round: %s, the case %s, taking part %s: recertification %s",
    (ofPresentRound, caseState, enrolmentState, expected) => {
      expect(recertificationStage({ ofPresentRound, caseState, enrolmentState })).toBe(expected);
    },
  );
});

describe("a wish that was declined", () => {
  const asked = (kind: HolderWish["kind"], day: string, granted: boolean | null): HolderWish => ({
    kind,
    requestedAt: new Date(`${day}T10:00:00Z`),
    answeredAt: granted === null ? null : new Date(`${day}T12:00:00Z`),
    granted,
    answer: granted === false ? `Svar ${day}` : "",
  });
  const name = asked("new_name", "2026-05-01", false);
  const again = asked("recertification", "2026-05-02", false);
  it.each<[string, HolderWish[], string | null, string[]]>([
    ["is told", [name], null, ["Svar 2026-05-01"]],
    ["is told of each kind", [name, again], null, ["Svar 2026-05-02", "Svar 2026-05-01"]],
    ["not once it is asked anew", [name, asked("new_name", "2026-05-03", null)], null, []],
    ["not once it is granted", [asked("new_name", "2026-05-03", true), name], null, []],
    ["the last time", [asked("new_name", "2026-05-03", false), name], null, ["Svar 2026-05-03"]],
    ["not once recertification has begun all the same", [name, again], "2026-05-03", ["Svar 2026-05-01"]],
    ["of one that was asked for after a recertification ended", [again], "2026-04-03", ["Svar 2026-05-02"]],
  ])("%s", (_name, wishes, begun, expected) => {
    const begunAt = begun === null ? null : new Date(`${begun}T12:00:00Z`);
    expect(declinedWishes(wishes, begunAt).map(({ reason }) => reason)).toEqual(expected);
  });
});
