import { beforeAll, describe, expect, it } from "vitest";
import {
  answerHearingAction,
  decideAppealAction,
  decideCaseAction,
  exceptRequirementAction,
  fileAppealAction,
  openHearingAction,
  recommendCaseAction,
  releaseCaseAction,
  reopenCaseAction,
  takeUpCaseAction,
} from "@/lib/certification/actions";
import { caseTransitions } from "@/lib/certification/rules/transitions";
import { decideTransition } from "@/lib/core/transitions";
import { violatedConstraint } from "@/lib/db/error-mapping";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { CaseState } from "@/lib/db/generated/enums";
import { makeCase } from "../../factories/cases";
import { makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { rehearse, word } from "../../policy/call";
import type { AnyAction } from "../../policy/row";
import { testDatabase } from "../../setup/database";
import { enrol, makeStage, type Stage } from "./stage";

const states = Object.keys(caseTransitions) as CaseState[];
const day = inDays(60).toISOString().slice(0, 10);

let client: PrismaClient;
let stage: Stage;
/** A case in each state, refused where there is a decision, so that it can be appealed against. */
const cases = new Map<CaseState, { id: string; version: number; participantId: string }>();

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  for (const state of states) {
    const { enrolmentId, person } = await enrol(stage);
    const { id, version } = await makeCase(client, { enrolmentId, state, outcome: "not_certified" });
    cases.set(state, { id, version, participantId: person.id });
  }
}, 60_000);

function caseIn(state: CaseState) {
  const found = cases.get(state);
  if (!found) throw new Error(`no case is ${state}`);
  return found;
}

const illegal = states.flatMap((from) =>
  states.filter((to) => to !== from && !caseTransitions[from].includes(to)).map((to) => [from, to] as const),
);

describe("a case goes no step that is not in the table", () => {
  it.each(illegal)("%s → %s", async (from, to) => {
    expect(decideTransition("case", caseTransitions, from, to).ok).toBe(false);
    const { id } = caseIn(from);
    const error = await client.$executeRaw`
      UPDATE certification_case SET state = ${to}::case_state WHERE id = ${id}::uuid`.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(violatedConstraint(error)).not.toBeNull();
    const { state } = await client.certificationCase.findUniqueOrThrow({ where: { id } });
    expect(state).toBe(from);
  });
});

/** Each step with what it is sent, by whom, and the states in which it may get anywhere. */
const steps: readonly [AnyAction, Record<string, unknown>, "certifier" | "participant", CaseState[]][] = [
  [recommendCaseAction, { outcome: "not_certified", reasons: "K2" }, "certifier", ["ready"]],
  [openHearingAction, { notice: "Afslag", dueOn: day }, "certifier", ["recommended"]],
  [
    decideCaseAction,
    {
      outcome: "repeat_requested",
      reasonMain: "K2",
      repeatCriteria: ["K2"],
      repeatGuidance: "Vis det.",
      repeatDueOn: day,
    },
    "certifier",
    ["recommended", "hearing"],
  ],
  [releaseCaseAction, {}, "certifier", ["decided"]],
  [reopenCaseAction, {}, "certifier", ["recommended", "hearing"]],
  [takeUpCaseAction, {}, "certifier", ["collecting"]],
  [
    exceptRequirementAction,
    { requirement: "observations", reason: "Sygdom" },
    "certifier",
    ["collecting", "ready", "recommended", "hearing"],
  ],
  [decideAppealAction, { verdict: "upheld", reasons: "Gennemgået." }, "certifier", ["appealed"]],
  [fileAppealAction, { grounds: "Jeg er uenig." }, "participant", ["released"]],
  [answerHearingAction, { statement: "Jeg er uenig." }, "participant", ["hearing"]],
];

describe("an action does nothing to a case that is not at its step", () => {
  it.each(steps.map((step) => [step[0].definition.name, step] as const))("%s", async (_name, step) => {
    const [action, input, who, able] = step;
    const certifier = await makePersonInRole(client, "certifier", stage.body.id);
    for (const state of states) {
      if (able.includes(state)) continue;
      const { id: caseId, version, participantId } = caseIn(state);
      const actor = await actorOf(client, who === "participant" ? participantId : certifier.id);
      const sent = who === "participant" ? { caseId, ...input } : { caseId, version, ...input };
      expect(word(await rehearse(client, action, actor, sent)), `${state}`).toMatch(/^case\./);
      const after = await client.certificationCase.findUniqueOrThrow({ where: { id: caseId } });
      expect([after.state, after.version]).toEqual([state, version]);
    }
  });
});
