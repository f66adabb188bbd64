import { beforeAll, describe, expect, it } from "vitest";
import { type Acting, actingWith } from "@/lib/auth/acting";
import { getCase } from "@/lib/certification/queries/get-case";
import { getComplaintSheet } from "@/lib/certification/queries/get-complaint-sheet";
import { getRegister } from "@/lib/certification/queries/get-register";
import { getAssessorSheet, getRegisterSheet } from "@/lib/certification/queries/get-register-sheet";
import { listAssessorLoad } from "@/lib/certification/queries/list-assessor-load";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { CaseState } from "@/lib/db/generated/enums";
import { getReviewSheet } from "@/lib/sampling/queries/get-review-sheet";
import { enrol, giveEvidence, makeStage, type Stage } from "../../commands/certification/stage";
import { makeComplaint } from "../../factories/case-parties";
import { makeCase } from "../../factories/cases";
import { makeReview } from "../../factories/samples";
import { actorOf } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { testDatabase } from "../../setup/database";
import { written } from "../../setup/written";

let client: PrismaClient;
let stage: Stage;
let acting: Acting;
const caseIds: string[] = [];

async function someCase(options: Partial<Parameters<typeof makeCase>[1]>) {
  const { enrolmentId, person } = await enrol(stage);
  const made = await makeCase(client, { enrolmentId, ...options });
  caseIds.push(made.id);
  return { caseId: made.id, enrolmentId, person };
}

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  const [certifier, reviewer] = stage.people.certifiers;
  const found = actingWith(await actorOf(client, certifier.id), "certification.view");
  if (!found) throw new Error("a certifier sees the register");
  acting = found;
  const first = await someCase({ state: "released" });
  await giveEvidence(stage, first.enrolmentId);
  await someCase({ state: "changed", outcome: "not_certified" });
  await someCase({ state: "upheld", outcome: "not_certified" });
  await someCase({ state: "released", outcome: "repeat_requested" });
  await someCase({ state: "decided" });
  const { enrolmentId: lapsed } = await enrol(stage);
  await makeCase(client, { enrolmentId: lapsed, state: "discontinued" });
  await makeComplaint(client, { caseId: first.caseId, filedById: first.person.id });
  const review = await makeReview(client, { caseId: first.caseId, reviewerId: reviewer.id });
  await client.caseReview.update({
    where: { id: review.id },
    data: { state: "reviewed", agrees: false, reasons: "K2 er svagt dokumenteret.", reviewedAt: new Date() },
  });
});

describe("the register", () => {
  it("is counted by the database", async () => {
    const { figures, decisions } = await getRegister(acting, null, 1);
    expect(figures).toEqual({
      decisions: 5,
      byOutcome: { certified: 2, repeat_requested: 1, not_certified: 2 },
      daysToDecision: 2,
      daysToRelease: 1,
      exceptions: 0,
      appeals: 2,
      reversals: 1,
      complaints: 1,
      foundedComplaints: 0,
      discontinued: 1,
      reviews: 1,
      disagreements: 1,
    });
    expect(decisions.map((each) => each.caseId).sort()).toEqual([...caseIds].sort());
    expect((await getRegister(acting, null, 2)).decisions).toEqual([]);
  });

  it("is of its period, on the screen and in every file", async () => {
    const since = inDays(-1);
    const { figures, decisions } = await getRegister(acting, since, 1);
    expect(figures).toMatchObject({ decisions: 0, complaints: 0, reviews: 0, daysToDecision: null });
    expect(decisions).toEqual([]);
    const now = new Date();
    const rows = async (from: Date | null) => [
      (await written(await getRegisterSheet(acting, "da", from))).length,
      (await written(await getComplaintSheet(acting, "da", from))).length,
      (await written(await getReviewSheet(acting, "da", from))).length,
    ];
    expect(await rows(null)).toEqual([5, 1, 1]);
    expect(await rows(since)).toEqual([0, 0, 0]);
    const load = await listAssessorLoad(acting, null, now);
    expect(load.map((each) => [each.observations, each.participants])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    const sheet = await getAssessorSheet(acting, "da", inDays(1), now);
    expect(sheet.rows.map((row) => row[1])).toEqual([0, 0]);
  });

  it("tells of each round when it was told, and by whom, and of one that was not told that it was not", async () => {
    const [first, second, third, fourth] = stage.people.certifiers;
    const { enrolmentId } = await enrol(stage);
    const { id: caseId } = await makeCase(client, {
      enrolmentId,
      state: "released",
      outcome: "repeat_requested",
      releaserId: first.id,
    });
    const onward = (state: CaseState, data = {}) =>
      client.certificationCase.update({ where: { id: caseId }, data: { state, ...data } });
    await onward("collecting", { round: { increment: 1 } });
    await onward("ready");
    const round = { caseId, round: 2, outcome: "certified", evidenceHash: "hash" } as const;
    await client.caseRecommendation.create({
      data: { ...round, recommenderId: second.id, reasons: "Set.", recommendedAt: inDays(0) },
    });
    await onward("recommended");
    await client.caseDecision.create({
      data: { ...round, deciderId: third.id, reasonMain: "Set.", decidedAt: inDays(0) },
    });
    await onward("decided");
    const told = async () => {
      const { decisions } = await getRegister(acting, null, 1);
      const its = decisions.filter((each) => each.caseId === caseId);
      return its.map((each) => [each.round, each.releasedAt !== null, each.releaser]);
    };
    expect(await told()).toEqual([
      [2, false, ""],
      [1, true, first.name],
    ]);
    await onward("released", { releasedAt: new Date(), releasedById: fourth.id });
    expect(await told()).toEqual([
      [2, true, fourth.name],
      [1, true, first.name],
    ]);
    const involved = actingWith(await actorOf(client, first.id), "certification.view");
    const its = involved && (await getCase(involved, caseId, "da", new Date()));
    expect(its?.bars.appeal?.code, "who told the outcome of an earlier round").toBe("case.barred.involved");
  });

  it("names in the file of second looks what repeats the draw", async () => {
    const [row] = await written(await getReviewSheet(acting, "da", null));
    const sample = await client.caseSample.findFirstOrThrow();
    expect(row).toEqual(expect.arrayContaining([sample.seed, sample.populationHash, "Uenig", caseIds[0]]));
  });
});
