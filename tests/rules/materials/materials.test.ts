import { describe, expect, it } from "vitest";
import { decideHandingOut } from "@/lib/materials/rules/handing-out";
import { isShownToParticipants } from "@/lib/materials/rules/showing";
import { addMaterialInput, addSessionMaterialInput } from "@/lib/materials/schema";

const ends = new Date("2031-05-13T14:00:00Z");
const before = new Date(ends.getTime() - 1);

describe("when participants are shown a material", () => {
  it.each([
    ["before", before, true],
    ["before", ends, true],
    ["after", before, false],
    ["after", ends, true],
  ] as const)("%s the session, at %s: %s", (phase, now, shown) => {
    expect(isShownToParticipants(phase, ends, now)).toBe(shown);
  });
});

describe("handing out", () => {
  it.each([
    ["draft", "planned", null],
    ["running", "confirmed", null],
    ["running", "held", null],
    ["completed", "held", null],
    ["running", "cancelled", "session.over"],
    ["archived", "held", "cohort.ended"],
    ["cancelled", "planned", "cohort.ended"],
  ] as const)("in a %s cohort with a %s session: %s", (cohort, session, refused) => {
    const decision = decideHandingOut(cohort, session);
    expect(decision.ok ? null : decision.refusal.code).toBe(refused);
  });
});

describe("a material is a link or a file", () => {
  const id = "0198c0de-0000-7000-8000-000000000000";
  const file = new File(["%PDF-1.7"], "plan.pdf");
  const link = "https://example.org/plan";
  it.each([
    [{ link }, null],
    [{ file }, null],
    [{ link: "", file }, null],
    [{}, "linkOrFile"],
    [{ link: "" }, "linkOrFile"],
    [{ link, file }, "linkAndFile"],
  ])("%o: %s", (source, expected) => {
    const answers = [
      addMaterialInput.strict().safeParse({ versionId: id, title: "Plan", ...source }),
      addSessionMaterialInput
        .strict()
        .safeParse({ sessionId: id, phase: "before", title: "Plan", ...source }),
    ];
    for (const answer of answers) {
      const issues = answer.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [];
      expect(issues).toEqual(expected ? [`link ${expected}`] : []);
    }
  });

  it("leads nowhere but over https", () => {
    const answer = addMaterialInput.safeParse({ versionId: id, title: "Plan", link: "javascript:alert(1)" });
    expect(answer.success).toBe(false);
  });
});
