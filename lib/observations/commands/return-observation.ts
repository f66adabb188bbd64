import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { decideBlindReturn } from "../rules/pair";
import type { ObservationFacts } from "./load-observation";
import { readPair } from "./load-pair";
import { type MovableObservation, moveObservation } from "./move-observation";
import { tellAssessor } from "./tell-assessor";

/** Takes a returned observation up again: it is a draft, and its ratings are notes that may be changed. */
export async function resumeObservation(
  work: Work,
  observation: MovableObservation & Pick<ObservationFacts, "content">,
): Promise<void> {
  await moveObservation(work, observation, "draft");
  const of = { observationId: observation.id };
  await work.tx.criterionRating.deleteMany({ where: of });
  await work.tx.ratingDraft.deleteMany({ where: of });
  await work.tx.ratingDraft.createMany({
    data: observation.content.ratings.map(({ criterionId, rating, evidence }) => ({
      ...of,
      criterionId,
      rating,
      evidence,
    })),
  });
}

/**
 * Gives a submitted observation back before it is shared, for a reason. Where the assessor takes it back themself, it is a
 * draft again at once; where a certifier returns it, it waits for its assessor, who is told.
 */
export async function returnObservation(
  work: Work,
  observation: ObservationFacts,
  version: number,
  reason: string,
): Promise<void> {
  const pair = observation.pairId === null ? null : await readPair(work.tx, { id: observation.pairId });
  insist(decideBlindReturn(pair));
  const returned = await moveObservation(work, { ...observation, version }, "returned", {
    returnReason: reason,
  });
  if (work.acting.personId === observation.assessorId) {
    await resumeObservation(work, { ...returned, content: observation.content });
    return;
  }
  await tellAssessor(work, observation.assessor, {
    news: "returned",
    participant: observation.participation.participant.name,
    by: "",
    text: reason,
    path: `/assess/observations/${observation.id}`,
  });
}
