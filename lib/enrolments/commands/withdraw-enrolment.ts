import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { decideLeaving } from "../rules/lifecycle";
import type { LoadedEnrolment } from "./load-enrolment";
import { offerFreeSeats } from "./offer-free-seats";

/**
 * Takes a participant off a cohort: the seat is freed and offered to the next in the queue in the same transaction. `reason` may be
 * empty where the participant leaves by their own wish. Refused as `enrolment.…` once it is over.
 */
export async function withdrawEnrolment(
  work: Work,
  enrolment: LoadedEnrolment,
  reason: string,
): Promise<void> {
  insist(decideLeaving({ state: enrolment.state, cohortState: enrolment.cohort.state }));
  await work.tx.seat.deleteMany({ where: { enrolmentId: enrolment.id } });
  const { count } = await work.tx.enrolment.updateMany({
    where: { id: enrolment.id, version: enrolment.version, state: enrolment.state },
    data: {
      state: "withdrawn",
      version: { increment: 1 },
      endedAt: work.now,
      endReason: reason || null,
    },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `cohort:${enrolment.cohortId}`,
    action: "enrolment.withdrawn",
    entity: "enrolment",
    entityId: enrolment.id,
    detail: { from: enrolment.state, byThemself: work.acting.personId === enrolment.personId },
  });
  await offerFreeSeats(work, enrolment.cohortId);
}
