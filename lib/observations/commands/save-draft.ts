import "server-only";
import type { Work } from "@/lib/auth/work";
import { dateColumn } from "@/lib/core/dates";
import { RefusalError, refuse } from "@/lib/core/decision";
import { hashOf } from "@/lib/core/hash";
import type { RatingNote } from "../rules/content";
import type { ObservationFacts } from "./load-observation";

/** What is written so far. */
export type DraftText = {
  readonly observedOn: string;
  readonly situation: string;
  readonly seen: string;
  readonly interpreted: string;
  readonly ratings: readonly RatingNote[];
};

/**
 * Saves a draft as it was opened at `version`, and returns the next version. Where another tab or device has saved since, nothing
 * is overwritten: refused as `observation.changedElsewhere`, and both texts are shown. The trail keeps a hash of every saved
 * text, not the text.
 */
export async function saveDraft(
  work: Work,
  observation: ObservationFacts,
  version: number,
  draft: DraftText,
): Promise<number> {
  const { ratings, observedOn, ...text } = draft;
  const known = new Set(observation.participation.criteria.map((criterion) => criterion.id));
  const notes = ratings.filter((note) => note.rating !== null || note.evidence !== "");
  if (new Set(ratings.map((note) => note.criterionId)).size !== ratings.length) {
    throw new RefusalError(refuse("observation.foreignCriterion").refusal);
  }
  if (notes.some((note) => !known.has(note.criterionId))) {
    throw new RefusalError(refuse("observation.foreignCriterion").refusal);
  }
  const { count } = await work.tx.observation.updateMany({
    where: { id: observation.id, version, state: "draft" },
    data: { ...text, observedOn: dateColumn(observedOn), updatedAt: work.now, version: { increment: 1 } },
  });
  if (count === 0) {
    const code = observation.state === "draft" ? "observation.changedElsewhere" : "observation.frozen";
    throw new RefusalError(refuse(code).refusal);
  }
  const of = { observationId: observation.id };
  await work.tx.criterionRating.deleteMany({ where: of });
  await work.tx.ratingDraft.deleteMany({ where: of });
  await work.tx.ratingDraft.createMany({
    data: notes.map(({ criterionId, rating, evidence }) => ({ ...of, criterionId, rating, evidence })),
  });
  await work.audit({
    stream: `observation:${observation.id}`,
    action: "observation.saved",
    entity: "observation",
    entityId: observation.id,
    detail: { version: version + 1, text: hashOf({ ...draft, ratings: notes }) },
  });
  return version + 1;
}
