import { database } from "@/lib/db/client";
import { getSampleSheet } from "@/lib/lists/queries/get-sample-sheet";
import { assignReviewAction, drawSampleAction, writeReviewAction } from "@/lib/sampling/actions";
import { getReviewSheet } from "@/lib/sampling/queries/get-review-sheet";
import { getSample } from "@/lib/sampling/queries/get-sample";
import { listSamples } from "@/lib/sampling/queries/list-samples";
import { makePersonInRole } from "../../factories/people";
import { makeReview } from "../../factories/samples";
import { inDays } from "../../factories/unique";
import { written } from "../../setup/written";
import type { ActionRow, QueryRow } from "../row";

const certifiers = ["certifier", "colleagueCertifier"] as const;
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10);

export const actionRows: readonly ActionRow[] = [
  {
    action: drawSampleAction,
    input: ({ own }) => ({
      certifyingBodyId: own.body.id,
      fromDay: dayIn(-60),
      toDay: dayIn(-1),
      percent: "50",
    }),
    allowed: certifiers,
  },
  {
    action: assignReviewAction,
    input: async ({ own }, client) => {
      const review = await makeReview(client, { caseId: own.cases.decided.case.id });
      const { id: reviewerId } = await makePersonInRole(client, "certifier", own.body.id);
      return { reviewId: review.id, version: String(review.version), reviewerId };
    },
    allowed: certifiers,
  },
  {
    action: writeReviewAction,
    input: async ({ own }, client) => {
      const reviewerId = own.people.colleague.certifier.id;
      const review = await makeReview(client, { caseId: own.cases.decided.case.id, reviewerId });
      const { id, version } = review;
      return { reviewId: id, version: String(version), verdict: "agrees", reasons: "Det er set." };
    },
    allowed: ["colleagueCertifier"],
    refusedAs: { certifier: "review.notYours" },
  },
];

export const queryRows: readonly QueryRow[] = [
  {
    query: "sampling/queries/list-samples",
    permission: "case.sample",
    call: async (acting) => (await listSamples(acting, 1)).rows,
    allowed: certifiers,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.review.sampleId),
  },
  {
    query: "lists/queries/get-sample-sheet",
    permission: "case.sample",
    call: async (acting, { own }) => {
      const { drawnBy } = await database().caseSample.findUniqueOrThrow({
        where: { id: own.review.sampleId },
        select: { drawnBy: { select: { name: true } } },
      });
      const rows = await written(await getSampleSheet(acting, "da"));
      return rows.filter((row) => row.includes(drawnBy.name));
    },
    allowed: certifiers,
  },
  {
    query: "sampling/queries/get-review-sheet",
    permission: "case.sample",
    call: async (acting) => written(await getReviewSheet(acting, "da", null)),
    allowed: certifiers,
    shows: (answer, { own }) => JSON.stringify(answer).includes(own.cases.decided.case.id),
  },
  {
    query: "sampling/queries/get-sample",
    permission: "case.sample",
    call: (acting, { own }) => getSample(acting, own.review.sampleId, new Date()),
    allowed: certifiers,
  },
];
