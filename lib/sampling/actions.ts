"use server";

import { ownOrganisation } from "@/lib/auth/acting";
import { action } from "@/lib/auth/action";
import { maySample } from "@/lib/auth/policy/sampling";
import { drawSample } from "./commands/draw-sample";
import { assignReview, loadReview, writeReview } from "./commands/review-case";
import { assignReviewSchema, drawSampleSchema, writeReviewSchema } from "./schema";

/** A certifier draws a share of a period's decisions for a second look. */
export const drawSampleAction = action({
  name: "sample.draw",
  permission: "case.sample",
  input: drawSampleSchema,
  load: async ({ acting }, { certifyingBodyId }) => ownOrganisation(acting, "certifier", certifyingBodyId),
  policy: maySample,
  async run(work, body, { certifyingBodyId: _, ...wish }) {
    const id = await drawSample(work, body.id, wish);
    return { message: "sampling.done.drawn", redirectTo: `/certify/samples/${id}` };
  },
});

/** A certifier gives a second look to somebody who took no part. */
export const assignReviewAction = action({
  name: "review.assign",
  permission: "case.sample",
  input: assignReviewSchema,
  load: (work, { reviewId }) => loadReview(work, reviewId),
  policy: maySample,
  async run(work, review, { version, reviewerId }) {
    await assignReview(work, review, version, reviewerId);
    return { message: "sampling.done.assigned" };
  },
});

/** The certifier who was given a second look writes it. */
export const writeReviewAction = action({
  name: "review.write",
  permission: "case.review",
  input: writeReviewSchema,
  load: (work, { reviewId }) => loadReview(work, reviewId),
  policy: maySample,
  async run(work, review, { version, verdict, reasons }) {
    await writeReview(work, review, version, { verdict, reasons });
    return { message: "sampling.done.written" };
  },
});
