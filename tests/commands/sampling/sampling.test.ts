import { beforeAll, expect, it } from "vitest";
import { dayOf } from "@/lib/core/dates";
import { violatedConstraint } from "@/lib/db/error-mapping";
import type { PrismaClient } from "@/lib/db/generated/client";
import { assignReviewAction, drawSampleAction, writeReviewAction } from "@/lib/sampling/actions";
import { drawShare } from "@/lib/sampling/rules/sample";
import { makeCase } from "../../factories/cases";
import { makeConflict } from "../../factories/observations";
import { makeOrganisation } from "../../factories/organisations";
import { grantRole } from "../../factories/people";
import { makeReview } from "../../factories/samples";
import { inDays } from "../../factories/unique";
import { word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { act, enrol, makeStage, type Stage } from "../certification/stage";

let client: PrismaClient;
let stage: Stage;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

const day = (days: number) => dayOf(inDays(days), "Europe/Copenhagen");
const refused = (statement: Promise<unknown>) => statement.then(() => null, violatedConstraint);

async function decidedCase() {
  const { enrolmentId, person } = await enrol(stage);
  const { id } = await makeCase(client, { enrolmentId, state: "released" });
  return { caseId: id, person };
}

it("a share is drawn, recorded so that it can be repeated, given, and written once, and the case stays as it is", async () => {
  const cases = [await decidedCase(), await decidedCase(), await decidedCase()];
  const [certifier, reviewer] = stage.people.certifiers;
  const before = await client.certificationCase.findMany({ orderBy: { id: "asc" } });
  // Another body of the same certifier has decided nothing.
  const other = await makeOrganisation(client, { kind: "certifying_body" });
  await grantRole(client, certifier.id, "certifier", other.id);
  const wish = { certifyingBodyId: stage.body.id, fromDay: day(-10), toDay: day(-1), percent: "60" };
  const elsewhere = { ...wish, certifyingBodyId: other.id };
  expect(word(await act(client, certifier, drawSampleAction, elsewhere))).toBe("review.nothingDecided");
  expect(word(await act(client, reviewer, drawSampleAction, elsewhere))).toBe("notFound");
  expect(word(await act(client, certifier, drawSampleAction, { ...wish, toDay: day(0) }))).toBe(
    "review.periodNotOver",
  );
  expect(word(await act(client, certifier, drawSampleAction, wish))).toBe("done");
  const sample = await client.caseSample.findFirstOrThrow({ include: { reviews: true } });
  const decisions = await client.caseDecision.findMany({ select: { id: true } });
  const again = drawShare(
    decisions.map((each) => each.id),
    60,
    sample.seed,
  );
  expect(sample).toMatchObject({ population: cases.length, populationHash: again.populationHash });
  expect(sample.reviews.map((each) => each.decisionId).sort()).toEqual([...again.drawn].sort());
  expect(sample.reviews).toHaveLength(2);

  const [review] = sample.reviews;
  const reviewId = review?.id ?? "";
  const give = { reviewId, version: "1", reviewerId: reviewer.id };
  expect(word(await act(client, certifier, assignReviewAction, give))).toBe("done");
  expect(word(await act(client, certifier, assignReviewAction, give))).toBe("conflict");
  const write = { reviewId, version: "2", verdict: "disagrees", reasons: "K2 er svagt dokumenteret." };
  expect(word(await act(client, certifier, writeReviewAction, write))).toBe("review.notYours");
  expect(word(await act(client, reviewer, writeReviewAction, write))).toBe("done");
  expect(word(await act(client, reviewer, writeReviewAction, { ...write, version: "3" }))).toBe(
    "review.written",
  );
  expect(await client.caseReview.findUniqueOrThrow({ where: { id: reviewId } })).toMatchObject({
    state: "reviewed",
    agrees: false,
  });
  expect(await client.certificationCase.findMany({ orderBy: { id: "asc" } })).toEqual(before);

  const rewrites = [
    client.$executeRaw`UPDATE case_review SET agrees = true WHERE id = ${reviewId}::uuid`,
    client.$executeRaw`DELETE FROM case_review WHERE id = ${reviewId}::uuid`,
    client.$executeRaw`UPDATE case_sample SET seed = 'another seed that is long enough' WHERE id = ${sample.id}::uuid`,
  ];
  expect(await Promise.all(rewrites.map(refused))).not.toContain(null);
});

it("a conflict that comes after it was given keeps it from being written; it is given to another", async () => {
  const { caseId, person } = await decidedCase();
  const [certifier, reviewer, another] = stage.people.certifiers;
  const review = await makeReview(client, { caseId, reviewerId: reviewer.id });
  await makeConflict(client, { assessorId: reviewer.id, participantId: person.id, outcome: "bar" });
  const write = { reviewId: review.id, version: String(review.version), verdict: "agrees", reasons: "Set." };
  expect(word(await act(client, reviewer, writeReviewAction, write))).toBe("case.barred.declared");
  const written = client.$executeRaw`
    UPDATE case_review SET state = 'reviewed', agrees = true, reasons = 'Set', reviewed_at = now() + interval '1 second' WHERE id = ${review.id}::uuid`;
  expect(await refused(written)).toBe("case_review_separated");
  const give = { reviewId: review.id, version: String(review.version), reviewerId: another.id };
  expect(word(await act(client, certifier, assignReviewAction, give))).toBe("done");
  const values = { ...write, version: String(review.version + 1) };
  expect(word(await act(client, another, writeReviewAction, values))).toBe("done");
});

it("no step is skipped, by plain SQL either", async () => {
  const { caseId } = await decidedCase();
  const review = await makeReview(client, { caseId });
  const skipped = client.$executeRaw`
    UPDATE case_review SET state = 'reviewed', reviewer_id = ${stage.people.certifiers[0].id}::uuid, assigned_by_id = reviewer_id,
      assigned_at = now(), agrees = true, reasons = 'x', reviewed_at = now() WHERE id = ${review.id}::uuid`;
  expect(await refused(skipped)).not.toBeNull();
});
