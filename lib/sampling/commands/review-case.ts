import "server-only";
import type { DoneTo } from "@/lib/audit/rules/events";
import { personOf } from "@/lib/auth/acting";
import { visibleReviews } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { gatherInvolvement } from "@/lib/certification/commands/gather-involvement";
import { insist, refuse } from "@/lib/core/decision";
import type { Prisma } from "@/lib/db/generated/client";
import { lockRow } from "@/lib/db/lock-row";
import { decideAssigning, decideReviewing } from "../rules/sample";

const select = {
  id: true,
  sampleId: true,
  state: true,
  version: true,
  reviewerId: true,
  decision: { select: { caseId: true } },
} as const satisfies Prisma.CaseReviewSelect;

/** A second look as its steps need it. */
export type LoadedReview = Prisma.CaseReviewGetPayload<{ select: typeof select }>;

/** Locks a second look of the own body; null where there is none for the acting person. */
export async function loadReview(work: Work, id: string): Promise<LoadedReview | null> {
  if (!(await lockRow(work.tx, "case_review", id))) return null;
  return work.tx.caseReview.findFirst({ where: { AND: [{ id }, visibleReviews(work.acting)] }, select });
}

async function write(
  work: Work,
  review: LoadedReview,
  seen: number,
  data: Prisma.CaseReviewUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await work.tx.caseReview.updateMany({
    where: { id: review.id, version: seen, state: review.state },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) insist(refuse("conflict"));
}

async function record(
  work: Work,
  review: LoadedReview,
  action: DoneTo<"review">,
  detail: Record<string, string | boolean>,
) {
  await work.audit({
    stream: `sample:${review.sampleId}`,
    action: `review.${action}`,
    entity: "caseReview",
    entityId: review.id,
    detail,
  });
}

/** Gives a second look to somebody who took no part in the case, or to somebody else than before. */
export async function assignReview(
  work: Work,
  review: LoadedReview,
  seen: number,
  reviewerId: string,
): Promise<void> {
  const [row] = await work.tx.$queryRaw<{ barred: boolean }[]>`
    SELECT review_barred(${reviewerId}::uuid, ${review.decision.caseId}::uuid, ${work.now}) AS barred`;
  insist(decideAssigning(review.state, row?.barred ?? true));
  const assignedById = personOf(work.acting);
  await write(work, review, seen, { state: "assigned", reviewerId, assignedById, assignedAt: work.now });
  await record(work, review, "assigned", { reviewerId });
}

/** Writes a second look: whether the decision is agreed with, and why. Nothing of the case is touched. */
export async function writeReview(
  work: Work,
  review: LoadedReview,
  seen: number,
  { verdict, reasons }: { readonly verdict: "agrees" | "disagrees"; readonly reasons: string },
): Promise<void> {
  const involvement = await gatherInvolvement(work, review.decision.caseId);
  insist(decideReviewing({ ...review, personId: personOf(work.acting), involvement }, reasons));
  const agrees = verdict === "agrees";
  await write(work, review, seen, { state: "reviewed", agrees, reasons, reviewedAt: work.now });
  await record(work, review, "written", { agrees });
}
