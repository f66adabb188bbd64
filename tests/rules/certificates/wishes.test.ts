import { describe, expect, it } from "vitest";
import { declinedWishes, type HolderWish } from "@/lib/certificates/rules/sharing";
import { type RecertificationStage, recertificationStage } from "@/lib/certificates/rules/succession";
import type { CaseState } from "@/lib/db/generated/enums";

describe("how far a recertification is", () => {
  it.each<[boolean, CaseState, RecertificationStage]>([
    [true, "released", "none"],
    [true, "appealed", "none"],
    [false, "collecting", "underWay"],
    [false, "hearing", "underWay"],
    [false, "decided", "underWay"],
    [false, "appealed", "underWay"],
    [false, "released", "ended"],
    [false, "upheld", "ended"],
    [false, "discontinued", "ended"],
  ])("of the present round: %s, the case %s: recertification %s", (ofPresentRound, caseState, expected) => {
    expect(recertificationStage({ ofPresentRound, caseState })).toBe(expected);
  });
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
  it.each<[string, HolderWish[], RecertificationStage, string[]]>([
    ["is told", [name], "none", ["Svar 2026-05-01"]],
    ["is told of each kind", [name, again], "none", ["Svar 2026-05-02", "Svar 2026-05-01"]],
    ["not once it is asked anew", [name, asked("new_name", "2026-05-03", null)], "none", []],
    ["not once it is granted", [asked("new_name", "2026-05-03", true), name], "none", []],
    ["the last time", [asked("new_name", "2026-05-03", false), name], "none", ["Svar 2026-05-03"]],
    ["not once recertification has begun all the same", [name, again], "underWay", ["Svar 2026-05-01"]],
  ])("%s", (_name, wishes, stage, expected) => {
    expect(declinedWishes(wishes, stage).map(({ reason }) => reason)).toEqual(expected);
  });
});
