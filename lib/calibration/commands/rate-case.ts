import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import type { Rating } from "@/lib/db/generated/enums";
import { decideAnswer } from "../rules/round";
import type { RoundFacts } from "./load-round";

/** Keeps an assessor's ratings of a round's case, once and for good. Nobody else sees them before the round is closed. */
export async function rateCase(
  work: Work,
  round: RoundFacts,
  ratings: readonly { readonly criterionId: string; readonly rating: Rating; readonly reason: string }[],
): Promise<void> {
  const assessorId = personOf(work.acting);
  const authorised = await work.tx.assessorAuthorisation.count({
    where: {
      personId: assessorId,
      frameworkVersionId: round.frameworkVersionId,
      validFrom: { lte: work.now },
      validTo: { gt: work.now },
    },
  });
  const facts = {
    state: round.state,
    authorId: round.authorId,
    assessorId,
    authorised: authorised > 0,
    answered: round.answers.some((answer) => answer.assessorId === assessorId),
    criterionIds: round.frameworkVersion.criteria.map((criterion) => criterion.id),
  };
  insist(decideAnswer(facts, ratings));
  await work.tx.calibrationAnswer.create({ data: { roundId: round.id, assessorId, submittedAt: work.now } });
  await work.tx.calibrationRating.createMany({
    data: ratings.map((each) => ({ ...each, roundId: round.id, assessorId })),
  });
  await work.audit({
    stream: `framework:${round.frameworkVersionId}`,
    action: "calibration.rated",
    entity: "calibrationRound",
    entityId: round.id,
  });
}
