"use server";

import { ownOrganisation } from "@/lib/auth/acting";
import { action } from "@/lib/auth/action";
import { maySample } from "@/lib/auth/policy/sampling";
import { drawSample } from "./commands/draw-sample";
import { assignReview, loadReview, writeReview } from "./commands/review-case";
import { assignReviewSchema, drawSampleSchema, writeReviewSchema } from "./schema";

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
