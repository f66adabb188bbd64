import { describe, expect, it } from "vitest";
import {
  alteredObservations,
  type Evidence,
  evidenceHash,
  type ObservedEvidence,
} from "@/lib/certification/rules/evidence";
import { decideTakingUp, stateByEvidence } from "@/lib/certification/rules/readiness";
import {
  evaluateRequirements,
  type RequirementFacts,
  unmetRequirements,
} from "@/lib/certification/rules/requirements";
import type { Rating } from "@/lib/db/generated/enums";
import { countingObservations } from "@/lib/observations/rules/amendment";

const NOW = new Date("2026-05-13T12:00:00Z");
const CRITERIA = ["K1", "K2"].map((code) => ({
  id: code.toLowerCase(),
  code,
  stableKey: code,
  minOccasions: 1,
}));

function observation(
  id: string,
  given: Partial<ObservedEvidence> & { rated?: [Rating, Rating] } = {},
): ObservedEvidence {
  const { rated = ["reached", "reached"], ...rest } = given;
  return {
    id,
    assessorId: `assessor-${id}`,
    coAssessorId: null,
    observedOn: "2026-05-01",
    state: "locked",
    amendsId: null,
    pairId: null,
    submittedHash: `content-${id}`,
    presentHash: `content-${id}`,
    ratings: [
      { criterionId: "k1", rating: rated[0] },
      { criterionId: "k2", rating: rated[1] },
    ],
    ...rest,
  };
}

function evidence(given: Partial<Evidence> = {}): Evidence {
  return {
    scheme: {
      frameworkVersionId: "version",
      minObservations: 2,
      minAssessors: 2,
      attendanceMinimumPercent: 80,
      requiresConcludedProject: true,
      criteria: CRITERIA,
    },
    attendance: { planned: 10, attended: 8, highestAttainable: 8, open: 0, notes: [] },
    observations: [observation("a"), observation("b")],
    project: { id: "project", state: "concluded", textHash: "text" },
    ...given,
  };
}

function facts(given: Partial<RequirementFacts> & { evidence?: Evidence } = {}): RequirementFacts {
  return {
    evidence: evidence(),
    exceptions: [],
    repeat: null,
    dueOn: "2026-06-01",
    bookedVisits: [],
    ...given,
  };
}

const unmetOf = (given: Evidence) => unmetRequirements(evaluateRequirements(facts({ evidence: given }), NOW));

describe("the requirements of a scheme", () => {
  it("are met by complete evidence, each with what it rests on", () => {
    const { requirements, complete } = evaluateRequirements(facts(), NOW);
    expect(complete).toBe(true);
    expect(requirements.map(({ kind, have, need, status }) => [kind, have, need, status])).toEqual([
      ["attendance", 80, 80, "met"],
      ["observations", 2, 2, "met"],
      ["assessors", 2, 2, "met"],
      ["criteria", 2, 2, "met"],
      ["practice_project", 1, 1, "met"],
    ]);
    expect(requirements.find(({ kind }) => kind === "criteria")?.evidenceIds).toEqual(["a", "b"]);
  });

  it.each<[string, Partial<Evidence>, string[]]>([
    [
      "79.9 % of attendance",
      { attendance: { planned: 10, attended: 7.99, highestAttainable: 7.99, open: 0, notes: [] } },
      ["attendance"],
    ],
    ["no observation", { observations: [] }, ["observations", "assessors", "criteria"]],
    [
      "one that is not locked",
      { observations: [observation("a"), observation("b", { state: "submitted" })] },
      ["observations", "assessors"],
    ],
    [
      "two by one assessor",
      { observations: [observation("a", { assessorId: "x" }), observation("b", { assessorId: "x" })] },
      ["assessors"],
    ],
    [
      "a criterion never seen",
      {
        observations: [
          observation("a", { rated: ["reached", "not_seen"] }),
          observation("b", { rated: ["reached", "not_seen"] }),
        ],
      },
      ["criteria"],
    ],
    [
      "a criterion partly reached",
      {
        observations: [
          observation("a", { rated: ["reached", "partly"] }),
          observation("b", { rated: ["reached", "not_reached"] }),
        ],
      },
      ["criteria"],
    ],
    ["a project under way", { project: { id: "p", state: "active", textHash: "" } }, ["practice_project"]],
    ["no project", { project: null }, ["practice_project"]],
  ])("are not met with %s", (_what, given, unmet) => {
    expect(unmetOf(evidence(given))).toEqual(unmet);
  });

  it("tell not seen from not reached", () => {
    const observations = [
      observation("a", { rated: ["not_seen", "not_reached"] }),
      observation("b", { rated: ["not_seen", "not_seen"] }),
    ];
    const { criteria } = evaluateRequirements(facts({ evidence: evidence({ observations }) }), NOW);
    expect(criteria.map(({ criterion, seen, met }) => [criterion.code, seen, met])).toEqual([
      ["K1", false, false],
      ["K2", true, false],
    ]);
  });

  it("count as many occasions as a criterion asks", () => {
    const scheme = { ...evidence().scheme, criteria: CRITERIA.map((each) => ({ ...each, minOccasions: 2 })) };
    expect(unmetOf(evidence({ scheme }))).toEqual([]);
    const observations = [observation("a"), observation("b", { rated: ["reached", "partly"] })];
    expect(unmetOf(evidence({ scheme, observations }))).toEqual(["criteria"]);
  });

  it("leave out what a locked amendment supersedes, and keep it until that is locked", () => {
    const original = observation("a");
    const amendment = observation("c", { amendsId: "a", state: "submitted", rated: ["partly", "partly"] });
    expect(countingObservations([original, amendment]).map(({ id }) => id)).toEqual(["a"]);
    const locked = { ...amendment, state: "locked" as const };
    expect(countingObservations([original, locked]).map(({ id }) => id)).toEqual(["c"]);
  });

  it("can be waived, one by one, and only where unmet", () => {
    const exceptions = [{ id: "x", requirement: "practice_project" as const }];
    const waived = evaluateRequirements(facts({ evidence: evidence({ project: null }), exceptions }), NOW);
    expect(waived.complete).toBe(true);
    expect(waived.requirements.at(-1)).toMatchObject({ status: "excepted", exceptionId: "x" });
    const idle = evaluateRequirements(facts({ exceptions }), NOW);
    expect(idle.requirements.at(-1)).toMatchObject({ status: "met", exceptionId: null });
  });

  it("ask after a repeat for the named criteria anew, since the day of that decision", () => {
    const repeat = { criterionIds: ["k2"], since: "2026-05-10" };
    expect(unmetRequirements(evaluateRequirements(facts({ repeat }), NOW))).toEqual(["criteria"]);
    const again = observation("c", { observedOn: "2026-05-10", rated: ["not_seen", "reached"] });
    const shown = evidence({ observations: [...evidence().observations, again] });
    const evaluation = evaluateRequirements(facts({ repeat, evidence: shown }), NOW);
    expect(evaluation.complete).toBe(true);
    expect(evaluation.criteria[1]).toMatchObject({ again: true, needed: 1, evidenceIds: ["c"] });
  });

  it.each([
    ["2026-05-14", 1, false],
    ["2026-05-13", 0, false],
    ["2026-05-12", -1, true],
  ])("due on %s leave %i days", (dueOn, daysLeft, windowClosed) => {
    expect(evaluateRequirements(facts({ dueOn }), NOW)).toMatchObject({ daysLeft, windowClosed });
  });

  it("are out of reach once the time is over or the attendance too low, not because a project was given up", () => {
    const reach = (given: RequirementFacts) =>
      evaluateRequirements(given, NOW)
        .requirements.filter(({ attainable }) => !attainable)
        .map(({ kind }) => kind);
    const attendance = { planned: 10, attended: 5, highestAttainable: 7, open: 2, notes: [] };
    expect(reach(facts({ evidence: evidence({ attendance }) }))).toEqual(["attendance"]);
    expect(
      reach(facts({ evidence: evidence({ project: { id: "p", state: "abandoned", textHash: "" } }) })),
    ).toEqual([]);
    expect(reach(facts({ evidence: evidence({ project: null }), dueOn: "2026-05-01" }))).toEqual([
      "practice_project",
    ]);
  });
});

describe("the hash over the evidence", () => {
  const hash = evidenceHash(evidence());

  it("does not depend on the order of rows", () => {
    const { observations } = evidence();
    expect(evidenceHash(evidence({ observations: observations.toReversed() }))).toBe(hash);
  });

  it("leaves out what does not count", () => {
    const draft = observation("c", { state: "submitted" });
    expect(evidenceHash(evidence({ observations: [...evidence().observations, draft] }))).toBe(hash);
  });

  it.each<[string, Partial<Evidence>]>([
    ["an observation more", { observations: [...evidence().observations, observation("c")] }],
    ["a rating", { observations: [observation("a"), observation("b", { rated: ["reached", "partly"] })] }],
    [
      "an observation's text",
      { observations: [observation("a"), observation("b", { presentHash: "other" })] },
    ],
    [
      "a note of attendance",
      {
        attendance: {
          ...evidence().attendance,
          notes: [{ sessionId: "s", status: "absent", minutes: null, entry: 1 }],
        },
      },
    ],
    ["the project's text", { project: { id: "project", state: "concluded", textHash: "other" } }],
    ["the scheme", { scheme: { ...evidence().scheme, frameworkVersionId: "other" } }],
  ])("changes with %s", (_what, given) => {
    expect(evidenceHash(evidence(given))).not.toBe(hash);
  });
});

describe("readiness", () => {
  const complete = evaluateRequirements(facts(), NOW);
  const lacking = evaluateRequirements(facts({ evidence: evidence({ project: null }) }), NOW);
  const late = evaluateRequirements(
    facts({ evidence: evidence({ project: null }), dueOn: "2026-05-01" }),
    NOW,
  );

  it.each([
    ["collecting", complete, "ready"],
    ["collecting", lacking, "collecting"],
    ["collecting", late, "collecting"],
    ["ready", complete, "ready"],
    ["ready", lacking, "collecting"],
    ["ready", late, "ready"],
    ["recommended", lacking, "recommended"],
    ["released", complete, "released"],
  ] as const)("%s goes where the evidence says", (state, evaluation, to) => {
    expect(stateByEvidence(state, evaluation)).toBe(to);
  });

  it("lets a case be taken up only when its time is over", () => {
    expect(decideTakingUp("collecting", late)).toEqual({ ok: true, value: "ready" });
    expect(decideTakingUp("collecting", lacking)).toMatchObject({
      refusal: { code: "case.windowOpen", params: { days: 19 } },
    });
    expect(decideTakingUp("ready", late)).toMatchObject({ refusal: { code: "case.notCollecting" } });
  });
});

describe("a joint observation", () => {
  it("counts both assessors of the pair, once each", () => {
    const joint = observation("a", { coAssessorId: "assessor-b" });
    const have = (observations: ObservedEvidence[]) =>
      evaluateRequirements(facts({ evidence: evidence({ observations }) }), NOW).requirements.find(
        ({ kind }) => kind === "assessors",
      )?.have;
    expect(have([joint])).toBe(2);
    expect(have([joint, observation("b")])).toBe(2);
  });
});

describe("alteredObservations", () => {
  it("names what counts and does not say any more what was submitted", () => {
    const changed = observation("b", { presentHash: "other" });
    const draft = observation("c", { state: "draft", submittedHash: null });
    const found = alteredObservations(evidence({ observations: [observation("a"), changed, draft] }));
    expect(found.map(({ id }) => id)).toEqual(["b"]);
    const amended = observation("d", { amendsId: "b" });
    expect(alteredObservations(evidence({ observations: [observation("a"), changed, amended] }))).toEqual([]);
  });
});
