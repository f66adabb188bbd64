import { describe, expect, it } from "vitest";
import type { EnrolmentState, PracticeProjectState } from "@/lib/db/generated/enums";
import {
  decideConclusion,
  decideMayHaveProject,
  decideProjectEdit,
  decideProposing,
} from "@/lib/portfolio/rules/project";

const word = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? "allowed" : decision.refusal?.code;

describe("decideMayHaveProject", () => {
  it.each<[EnrolmentState, string]>([
    ["reserved", "allowed"],
    ["active", "allowed"],
    ["completed", "allowed"],
    ["paused", "project.notTakingPart"],
    ["withdrawn", "project.notTakingPart"],
    ["not_completed", "project.notTakingPart"],
  ])("somebody %s", (state, expected) => {
    expect(word(decideMayHaveProject({ state, participantRole: "consultant" }))).toBe(expected);
  });

  it("not a guest", () => {
    expect(word(decideMayHaveProject({ state: "active", participantRole: "guest" }))).toBe("project.guest");
  });
});

describe("decideProposing", () => {
  it.each<[PracticeProjectState | null, string]>([
    [null, "allowed"],
    ["abandoned", "allowed"],
    ["proposed", "project.exists"],
    ["agreed", "project.exists"],
    ["active", "project.exists"],
    ["concluded", "project.exists"],
  ])("where the one in force is %s: %s", (inForce, expected) => {
    expect(word(decideProposing(inForce))).toBe(expected);
  });
});

describe("decideProjectEdit", () => {
  it.each<[PracticeProjectState, boolean, string]>([
    ["proposed", true, "allowed"],
    ["agreed", true, "project.agreedFixed"],
    ["agreed", false, "allowed"],
    ["active", true, "project.agreedFixed"],
    ["active", false, "allowed"],
    ["concluded", false, "project.ended"],
    ["abandoned", false, "project.ended"],
  ])("%s, changing what was agreed: %s", (state, changes, expected) => {
    expect(word(decideProjectEdit(state, changes))).toBe(expected);
  });
});

describe("decideConclusion", () => {
  it.each<[PracticeProjectState, string, string]>([
    ["active", "Det virkede.", "allowed"],
    ["active", " ", "project.outcomeMissing"],
    ["agreed", "Det virkede.", "project.transition"],
    ["concluded", "Det virkede.", "project.transition"],
  ])("%s with %j", (state, outcome, expected) => {
    expect(word(decideConclusion(state, outcome))).toBe(expected);
  });
});
