import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import type { Rating } from "@/lib/db/generated/enums";
import { decideVisitBegun } from "../rules/visit-times";
import type { VisitFacts } from "./load-visit";

/** How a participant sees what they did on one occasion. */
export type SelfView = {
  readonly text: string;
  readonly ratings: readonly { readonly criterionId: string; readonly rating: Rating }[];
};

/**
 * Keeps how the participant sees their own practice at a visit, in place of what they wrote before. From when the visit has begun until an
 * observation of it is shared with them (the database refuses it from then on): it stands beside the assessor's view and answers nothing.
 */
export async function assessOneself(work: Work, visit: VisitFacts, view: SelfView): Promise<void> {
  if (visit.state !== "booked" && visit.state !== "done")
    throw new RefusalError(refuse("visit.over").refusal);
  insist(decideVisitBegun(visit, work.now));
  const known = new Set(visit.participation.criteria.map((criterion) => criterion.id));
  if (view.ratings.some((each) => !known.has(each.criterionId)))
    throw new RefusalError(refuse("observation.foreignCriterion").refusal);
  const visitId = visit.id;
  await work.tx.selfAssessment.upsert({
    where: { visitId },
    create: { visitId, text: view.text, writtenAt: work.now },
    update: { text: view.text, writtenAt: work.now },
  });
  await work.tx.selfRating.deleteMany({ where: { visitId } });
  await work.tx.selfRating.createMany({ data: view.ratings.map((each) => ({ ...each, visitId })) });
  await work.audit({
    stream: `enrolment:${visit.participation.enrolmentId}`,
    action: "visit.selfAssessed",
    entity: "observationVisit",
    entityId: visitId,
    detail: { rated: view.ratings.length },
  });
}
