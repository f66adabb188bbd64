import "server-only";
import type { Work } from "@/lib/auth/work";
import { dayOf } from "@/lib/core/dates";
import { insist } from "@/lib/core/decision";
import { contentHash, decideSubmission, type RatingNote } from "../rules/content";
import { decideJointRatings, pairStage } from "../rules/pair";
import { decideVisitBegun } from "../rules/visit-times";
import type { ObservationFacts } from "./load-observation";
import { readPair } from "./load-pair";
import { moveObservation } from "./move-observation";
import { tellAssessor } from "./tell-assessor";

/** The notes of the draft become ratings: whole, with evidence where they say `reached` (the rules have made sure). */
async function fixRatings(work: Work, observationId: string, notes: readonly RatingNote[]): Promise<void> {
  await work.tx.ratingDraft.deleteMany({ where: { observationId } });
  await work.tx.criterionRating.deleteMany({ where: { observationId } });
  await work.tx.criterionRating.createMany({
    data: notes.flatMap(({ criterionId, rating, evidence }) =>
      rating === null ? [] : [{ observationId, criterionId, rating, evidence }],
    ),
  });
}

/** A joint observation, and what amends one, says what both of the pair agreed on. */
async function insistOnAgreement(work: Work, { id, content }: ObservationFacts): Promise<void> {
  const pair = await readPair(work.tx, { jointId: content.amendsId ?? id });
  if (pair) insist(decideJointRatings(content.ratings, pair.compared));
}

/** Tells the other of a pair that this one has submitted: from the second on they compare. */
async function tellPair(work: Work, pairId: string, submitterId: string): Promise<void> {
  const pair = await readPair(work.tx, { id: pairId });
  if (!pair || pairStage(pair) !== "comparing") return;
  const submitter = pair.leadId === submitterId ? pair.lead : pair.second;
  await tellAssessor(work, pair.leadId === submitterId ? pair.second : pair.lead, {
    news: "compare",
    participant: pair.participation.participant.name,
    by: submitter.name,
    text: "",
    path: `/assess/pairs/${pairId}`,
  });
}

/**
 * Submits a draft that is whole: its text and ratings are frozen (the database refuses a change from here on) and hashed. The
 * visit it tells of is thereby done.
 */
export async function submitObservation(
  work: Work,
  observation: ObservationFacts,
  version: number,
): Promise<void> {
  const { content, participation, visit } = observation;
  if (visit) insist(decideVisitBegun(visit, work.now));
  insist(decideSubmission(content, participation.criteria, dayOf(work.now, participation.timeZone)));
  await insistOnAgreement(work, observation);
  await fixRatings(work, observation.id, content.ratings);
  const hash = contentHash(content);
  await moveObservation(
    work,
    { ...observation, version },
    "submitted",
    { submittedAt: work.now, contentHash: hash, returnReason: null },
    { contentHash: hash },
  );
  if (observation.pairId !== null) await tellPair(work, observation.pairId, observation.assessorId);
  if (visit?.state !== "booked") return;
  const { count } = await work.tx.observationVisit.updateMany({
    where: { id: visit.id, state: "booked" },
    data: { state: "done", version: { increment: 1 } },
  });
  if (count === 0) return;
  await work.audit({
    stream: `enrolment:${participation.enrolmentId}`,
    action: "visit.done",
    entity: "observationVisit",
    entityId: visit.id,
    detail: { before: "booked", after: "done" },
  });
}
