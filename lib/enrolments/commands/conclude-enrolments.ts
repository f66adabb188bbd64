import "server-only";
import type { Work } from "@/lib/auth/work";
import { translatorFor } from "@/lib/i18n/translator";
import { type ConcludedEnrolment, loadConclusions } from "../facts/load-conclusions";

async function reasonOf(concluded: ConcludedEnrolment): Promise<string | null> {
  if (concluded.outcome === "completed") return null;
  const say = await translatorFor(concluded.locale, "enrolments");
  return say("conclusion.reason", {
    attended: concluded.attended ?? 0,
    planned: concluded.planned ?? 0,
    minimum: concluded.minimumPercent,
  });
}

/**
 * What the end of a cohort means for its people, in the transaction of the change: everybody who takes part has completed, or has
 * not where their attendance falls short of the programme's minimum, with the figures as the reason. A pause ends first. Seats
 * are kept; certification goes on by itself. Returns how many completed.
 */
export async function concludeEnrolments(work: Work, cohortId: string): Promise<number> {
  await work.tx.enrolment.updateMany({
    where: { cohortId, state: "paused" },
    data: { state: "active", version: { increment: 1 } },
  });
  const concluded = await loadConclusions(work.tx, cohortId, work.now);
  const ofOutcome = (outcome: string) => concluded.filter((each) => each.outcome === outcome);
  const completed = ofOutcome("completed").map(({ id }) => id);
  await work.tx.enrolment.updateMany({
    where: { id: { in: completed }, state: "active" },
    data: { state: "completed", version: { increment: 1 }, endedAt: work.now },
  });
  for (const each of ofOutcome("not_completed"))
    await work.tx.enrolment.updateMany({
      where: { id: each.id, state: "active" },
      data: {
        state: "not_completed",
        version: { increment: 1 },
        endedAt: work.now,
        endReason: await reasonOf(each),
      },
    });
  await work.audit({
    stream: `cohort:${cohortId}`,
    action: "enrolment.concluded",
    entity: "cohort",
    entityId: cohortId,
    detail: { completed, notCompleted: ofOutcome("not_completed").map(({ id }) => id) },
  });
  return completed.length;
}
