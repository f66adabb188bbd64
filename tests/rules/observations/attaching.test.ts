import { describe, expect, it } from "vitest";
import type { ObservationState } from "@/lib/db/generated/enums";
import { decideAttachment, decideDetachment } from "@/lib/observations/rules/attaching";
import { MOST_FILES } from "@/lib/observations/rules/limits";
import { observationTransitions } from "@/lib/observations/rules/transitions";

const facts = { state: "draft" as const, files: 0, criteria: [{ id: "a" }] };
const code = (decision: ReturnType<typeof decideAttachment>) => (decision.ok ? "ok" : decision.refusal.code);
const states = Object.keys(observationTransitions) as ObservationState[];

describe("a file beside an observation", () => {
  it.each([
    ["of the whole", facts, null, "ok"],
    ["of a criterion", facts, "a", "ok"],
    ["of a foreign criterion", facts, "b", "observation.foreignCriterion"],
    ["the last that fits", { ...facts, files: MOST_FILES - 1 }, null, "ok"],
    ["one too many", { ...facts, files: MOST_FILES }, null, "observation.tooManyFiles"],
  ])("%s", (_, given, criterionId, expected) => {
    expect(code(decideAttachment(given, criterionId))).toBe(expected);
  });

  it.each(states)("comes and goes while it is a draft only: %s", (state) => {
    const expected = state === "draft" ? "ok" : "observation.frozen";
    expect(code(decideAttachment({ ...facts, state }, null))).toBe(expected);
    expect(code(decideDetachment({ state }))).toBe(expected);
  });
});
