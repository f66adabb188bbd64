import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/acting";
import { asSystem } from "@/lib/auth/system";
import { decideCaseAction, recommendCaseAction, releaseCaseAction } from "@/lib/certification/actions";
import { openCase } from "@/lib/certification/commands/open-case";
import { refreshCase } from "@/lib/certification/commands/refresh-case";
import type { PrismaClient } from "@/lib/db/generated/client";
import { actorOf } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { howOften } from "../../setup/how-often";
import { act, enrol, giveEvidence, makeStage, type Stage } from "./stage";

/** Half of them decide one way, half the other. */
const PAIRS = howOften(50, 1000);
const CERTIFICATES = 40;

let client: PrismaClient;
let stage: Stage;
let certifiers: Actor[];

/** A cohort of the stage has seats for them, and some more. */
const SEATS = 150;

/** A body, a cohort, and those who decide. */
async function begin(): Promise<void> {
  stage = await makeStage(client);
  certifiers = await Promise.all(stage.people.certifiers.map(({ id }) => actorOf(client, id)));
}

beforeAll(async () => {
  client = (await testDatabase()).client;
  await begin();
}, 60_000);

async function recommended(): Promise<string> {
  const { enrolmentId } = await enrol(stage);
  const caseId = (await asSystem(client, new Date(), (work) => openCase(work, enrolmentId))) ?? "";
  await giveEvidence(stage, enrolmentId);
  await asSystem(client, new Date(), (work) => refreshCase(work, enrolmentId));
  const [recommender = certifiers[0]] = certifiers;
  if (!recommender) throw new Error("nobody");
  await act(client, recommender, recommendCaseAction, {
    caseId,
    version: 2,
    outcome: "certified",
    reasons: "Set.",
  });
  return caseId;
}

function certifier(index: number): Actor {
  const found = certifiers[index];
  if (!found) throw new Error("nobody");
  return found;
}

describe("two certifiers decide opposite ways at once", () => {
  it(`leaves one decision and one conflict that can be read, ${PAIRS} times`, async () => {
    const day = inDays(60).toISOString().slice(0, 10);
    const yes = { outcome: "certified", reasonMain: "Alt er set." };
    const no = {
      outcome: "repeat_requested",
      reasonMain: "K2 er svagt.",
      repeatCriteria: ["K2"],
      repeatGuidance: "Vis det.",
      repeatDueOn: day,
    };
    for (let pair = 0; pair < PAIRS; pair++) {
      if (pair % SEATS === SEATS - 1) await begin();
      const caseId = await recommended();
      const words = await Promise.all([
        act(client, certifier(1), decideCaseAction, { caseId, version: 3, ...yes }).then(word),
        act(client, certifier(2), decideCaseAction, { caseId, version: 3, ...no }).then(word),
      ]);
      expect([...words].sort()).toEqual(["case.alreadyDecided", "done"]);
      const decisions = await client.caseDecision.findMany({ where: { caseId } });
      expect(decisions).toHaveLength(1);
      expect(decisions[0]?.outcome).toBe(words[0] === "done" ? "certified" : "repeat_requested");
      const events = await client.auditEvent.count({
        where: { stream: `case:${caseId}`, action: "case.decided" },
      });
      expect(events).toBe(1);
    }
  }, 1_800_000);

  it("would leave two without the lock and the key (control)", async () => {
    const caseId = await recommended();
    await client.$executeRaw`ALTER TABLE case_decision DROP CONSTRAINT IF EXISTS case_decision_case_id_round_key`;
    await client.$executeRaw`DROP INDEX IF EXISTS case_decision_case_id_round_key`;
    const { evidenceHash } = await client.caseRecommendation.findFirstOrThrow({ where: { caseId } });
    // Both have read the state `recommended` before either writes: check, then act.
    const write = (deciderId: string) =>
      client.caseDecision.create({
        data: {
          caseId,
          round: 1,
          deciderId,
          outcome: "certified",
          reasonMain: ".",
          evidenceHash,
          decidedAt: new Date(),
        },
      });
    await Promise.all([write(stage.people.certifiers[1].id), write(stage.people.certifiers[2].id)]);
    expect(await client.caseDecision.count({ where: { caseId } })).toBe(2);
  });
});

describe("certificates issued at once", () => {
  it(`are numbered without gaps, one each, ${CERTIFICATES} of them`, async () => {
    const cases: string[] = [];
    for (let index = 0; index < CERTIFICATES; index++) {
      const caseId = await recommended();
      const decided = { caseId, version: 3, outcome: "certified", reasonMain: "Set." };
      expect(word(await act(client, certifier(1), decideCaseAction, decided))).toBe("done");
      cases.push(caseId);
    }
    // Each is released twice at once, by different people.
    const words = await Promise.all(
      cases.flatMap((caseId) =>
        [2, 3].map((index) =>
          act(client, certifier(index), releaseCaseAction, { caseId, version: 4 }).then(word),
        ),
      ),
    );
    expect(words.filter((each) => each === "done")).toHaveLength(CERTIFICATES);
    expect(words.filter((each) => each === "case.alreadyReleased")).toHaveLength(CERTIFICATES);
    const certificates = await client.certificate.findMany({ where: { caseId: { in: cases } } });
    expect(new Set(certificates.map((each) => each.caseId)).size).toBe(CERTIFICATES);
    const numbers = (await client.certificate.findMany())
      .map((each) => Number(each.serialNumber.slice(-5)))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(new Set(certificates.map((each) => each.publicId)).size).toBe(CERTIFICATES);
  }, 240_000);
});
