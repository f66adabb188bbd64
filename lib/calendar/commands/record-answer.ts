import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import type { AnswerChannel, InvitationAnswer } from "@/lib/db/generated/enums";
import type { AnswerableThing } from "../facts/load-answerable";
import { decideAnswering, supersedes } from "../rules/answering";

/** What somebody answered, to which SEQUENCE, and how it reached us. */
export type GivenAnswer = {
  readonly answer: InvitationAnswer;
  readonly sequence: number;
  readonly channel: AnswerChannel;
};

/**
 * Records an answer to an invitation in the place of an earlier one. Refused as `invitation.…` where there is nothing more to answer.
 * Returns whether it counts: an answer to an older state of the plan than the one there is does not.
 */
export async function recordAnswer(work: Work, thing: AnswerableThing, given: GivenAnswer): Promise<boolean> {
  insist(decideAnswering(thing, work.now));
  const which = thing.kind === "session" ? { sessionId: thing.id } : { visitId: thing.id };
  const { personId } = thing;
  const earlier = await work.tx.calendarAnswer.findFirst({
    where: { ...which, personId },
    select: { id: true, sequence: true, answeredAt: true },
  });
  if (!supersedes(given, earlier)) return false;
  const data = { ...given, answeredAt: work.now };
  if (earlier) await work.tx.calendarAnswer.update({ where: { id: earlier.id }, data });
  else await work.tx.calendarAnswer.create({ data: { ...which, personId, ...data } });
  await work.audit({
    stream: `cohort:${thing.cohortId}`,
    action: `invitation.${given.answer}`,
    entity: thing.kind === "session" ? "session" : "observationVisit",
    entityId: thing.id,
    detail: { personId, channel: given.channel, sequence: given.sequence },
  });
  return true;
}
