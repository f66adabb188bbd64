import { describe, expect, it } from "vitest";
import {
  decidePublishing,
  decideRetiring,
  publishingChecklist,
  publishingPoints,
  type VersionFacts,
} from "@/lib/programmes/rules/publishing";
import { programmeVersionTransitions } from "@/lib/programmes/rules/transitions";

const ready: VersionFacts = {
  state: "draft",
  title: "Certificeret uddannelse",
  summary: "Kort",
  audience: "Ledere",
  aims: ["Lede innovation"],
  description: "Et afsnit.",
  tracks: 1,
  certifyingBodyId: "body",
  framework: { state: "approved", certifyingBodyId: "body" },
};

const said = (facts: VersionFacts) => {
  const decision = decidePublishing(facts);
  return decision.ok ? "yes" : decision.refusal.code;
};

describe("publishing a version", () => {
  it.each<[string, Partial<VersionFacts>, string]>([
    ["everything is there", {}, "yes"],
    ["the scheme is in use already", { framework: { state: "in_use", certifyingBodyId: "body" } }, "yes"],
    ["it does not certify", { certifyingBodyId: null, framework: null }, "yes"],
    ["no title", { title: " " }, "programme.missing.title"],
    ["no summary", { summary: "" }, "programme.missing.summary"],
    ["no audience", { audience: "" }, "programme.missing.audience"],
    ["no aims", { aims: [] }, "programme.missing.aims"],
    ["only empty aims", { aims: ["", "  "] }, "programme.missing.aims"],
    ["no description", { description: "\n" }, "programme.missing.description"],
    ["no tracks", { tracks: 0 }, "programme.missing.tracks"],
    [
      "the scheme is a draft",
      { framework: { state: "draft", certifyingBodyId: "body" } },
      "programme.missing.framework",
    ],
    [
      "the scheme is retired",
      { framework: { state: "retired", certifyingBodyId: "body" } },
      "programme.missing.framework",
    ],
    [
      "the scheme is another body's",
      { framework: { state: "in_use", certifyingBodyId: "other" } },
      "programme.missing.framework",
    ],
    ["a body without a scheme", { framework: null }, "programme.missing.framework"],
    ["it is published already", { state: "published" }, "programme.transition"],
    ["it is retired", { state: "retired" }, "programme.transition"],
  ])("%s", (_name, change, expected) => {
    expect(said({ ...ready, ...change })).toBe(expected);
  });

  it("lists every point once, in its order", () => {
    expect(publishingChecklist(ready).map((item) => item.point)).toEqual([...publishingPoints]);
    expect(publishingChecklist(ready).every((item) => item.met)).toBe(true);
  });
});

describe("the life of a version", () => {
  it("leads one way only", () => {
    expect(programmeVersionTransitions).toEqual({
      draft: ["published"],
      published: ["retired"],
      retired: [],
    });
  });
  it.each([
    ["draft", false],
    ["published", true],
    ["retired", false],
  ] as const)("%s may be retired: %s", (state, ok) => {
    expect(decideRetiring(state).ok).toBe(ok);
  });
});
