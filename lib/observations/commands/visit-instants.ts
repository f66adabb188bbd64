import "server-only";
import { instantOf } from "@/lib/core/dates";
import { type Decision, insist } from "@/lib/core/decision";
import type { Transaction } from "@/lib/db/client";
import { decideVisitTimes, type VisitTimes } from "../rules/visit-times";
import type { Participation } from "./load-participation";

/** When and where, as people write it: a day and two times of day in the participant's zone. */
export type VisitWish = {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
};

const atField = (decision: Decision<Date>, field: string): Date =>
  insist(decision.ok ? decision : { ok: false, refusal: { ...decision.refusal, field } });

/**
 * The instants of a wish, once the rules allow them. `exceptId` is the visit that is being moved. Throws the refusal where a
 * time does not exist, lies behind, too late, or on another visit of the participant's.
 */
export async function visitInstants(
  tx: Transaction,
  participation: Participation,
  wish: VisitWish,
  now: Date,
  exceptId: string | null = null,
): Promise<VisitTimes> {
  const { enrolmentId, timeZone, evidenceDueOn } = participation;
  const times = {
    startsAt: atField(instantOf(`${wish.day}T${wish.from}`, timeZone), "from"),
    endsAt: atField(instantOf(`${wish.day}T${wish.to}`, timeZone), "to"),
  };
  const participantVisits = await tx.observationVisit.findMany({
    where: { enrolmentId, state: "booked", ...(exceptId === null ? {} : { id: { not: exceptId } }) },
    select: { startsAt: true, endsAt: true },
  });
  insist(decideVisitTimes(times, { timeZone, evidenceDueOn, participantVisits }, now));
  return times;
}
