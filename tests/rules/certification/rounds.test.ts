import { describe, expect, it } from "vitest";
import { repeatOf } from "@/lib/certification/rules/evidence-rows";
import type { CaseOutcome, CaseStepKind } from "@/lib/db/generated/enums";

const criteria = [
  { id: "one", code: "K1" },
  { id: "two", code: "K2" },
];
const at = (day: string) => new Date(`${day}T10:00:00Z`);

type Told = { round: number; outcome: CaseOutcome; on: string; again?: string[] };
type Appealed = { on: string; changedTo: CaseOutcome | null };

/** What a round asks to see again, after these decisions, appeals and returns: `K1 K2 since 2026-05-01`. */
function asked(
  round: number,
  decisions: readonly Told[],
  begun: readonly number[],
  appeals: readonly Appealed[] = [],
  kind: CaseStepKind = "recertification_begun",
) {
  const repeat = repeatOf({
    round,
    frameworkVersion: { criteria },
    decisions: decisions.map(({ on, again, ...each }) => ({
      ...each,
      decidedAt: at(on),
      repeatCriteria: again ?? [],
    })),
    appeals: appeals.map(({ on, changedTo }) => ({ decidedAt: at(on), changedTo })),
    steps: begun.map((each) => ({ round: each, kind })),
  });
  return repeat && `${repeat.criterionIds.join(" ")} since ${repeat.since}`;
}

const certified: Told = { round: 1, outcome: "certified", on: "2021-05-01" };
const refused: Told = { round: 2, outcome: "not_certified", on: "2026-05-01" };

describe("what a round asks to see again", () => {
  it("is nothing in the first", () => {
    expect(asked(1, [], [])).toBeNull();
    expect(asked(1, [certified], [])).toBeNull();
  });
  it("is what a repeat named", () => {
    const repeat: Told = { round: 1, outcome: "repeat_requested", on: "2026-04-01", again: ["K2"] };
    expect(asked(2, [repeat], [])).toBe("two since 2026-04-01");
  });
  it("is everything in a recertification, since the certificate was decided or won by an appeal", () => {
    expect(asked(2, [certified], [1])).toBe("one two since 2021-05-01");
    const won: Appealed = { on: "2021-06-01", changedTo: "certified" };
    expect(asked(2, [{ ...certified, outcome: "not_certified" }], [1], [won])).toBe(
      "one two since 2021-06-01",
    );
  });
  it("is everything in one after another that was refused, since that was decided", () => {
    expect(asked(3, [certified, refused], [1, 2])).toBe("one two since 2026-05-01");
    const upheld: Appealed = { on: "2026-06-01", changedTo: null };
    expect(asked(3, [certified, refused], [1, 2], [upheld])).toBe("one two since 2026-05-01");
  });
  it("is what it was, where a case was only sent back, or an appeal made a repeat of a refusal", () => {
    expect(asked(3, [certified, refused], [1])).toBe("one two since 2021-05-01");
    expect(asked(2, [], [1], [], "sent_back")).toBeNull();
  });
});
