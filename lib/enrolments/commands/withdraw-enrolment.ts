import "server-only";
import type { Work } from "@/lib/auth/work";
import { discontinueCases } from "@/lib/certification/commands/discontinue-cases";
import { dayOf } from "@/lib/core/dates";
import { insist, RefusalError } from "@/lib/core/decision";
import { endVisits } from "@/lib/observations/commands/end-visits";
import { decideLeaving } from "../rules/lifecycle";
import { isBilled, owedOnLeaving } from "../rules/terms";
import type { LoadedEnrolment } from "./load-enrolment";
import { offerFreeSeats } from "./offer-free-seats";
import { tellPlaceChanged } from "./tell-place-changed";

/** What is owed by whoever leaves now, in percent of the price; null where nothing is billed. */
function owedNow(work: Work, { cohort, payer }: LoadedEnrolment): number | null {
  const { programmeVersion: terms, startsOn, timeZone } = cohort;
  if (!isBilled({ priceMinor: terms.priceMinor, payer })) return null;
  return owedOnLeaving(terms, startsOn.toISOString().slice(0, 10), dayOf(work.now, timeZone));
}

/**
 * Takes a participant off a cohort: the seat is freed and offered to the next in the queue in the same transaction, and what is owed is
 * settled by the programme's terms, unless staff waive it. Visits ahead are cancelled, and their certification case ends where nothing is decided in it. `reason` may be empty where the participant leaves by their own wish.
 * They are told. Refused as `enrolment.…` once it is over.
 */
export async function withdrawEnrolment(
  work: Work,
  enrolment: LoadedEnrolment,
  reason: string,
  { waive = false }: { readonly waive?: boolean } = {},
): Promise<void> {
  insist(decideLeaving({ state: enrolment.state, cohortState: enrolment.cohort.state }));
  const due = owedNow(work, enrolment);
  const owedPercent = waive && due !== null ? 0 : due;
  await work.tx.seat.deleteMany({ where: { enrolmentId: enrolment.id } });
  const { count } = await work.tx.enrolment.updateMany({
    where: { id: enrolment.id, version: enrolment.version, state: enrolment.state },
    data: {
      state: "withdrawn",
      version: { increment: 1 },
      endedAt: work.now,
      endReason: reason || null,
      owedPercent,
    },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await endVisits(work, [enrolment.id]);
  const [ended] = await discontinueCases(work, [enrolment.id]);
  const byThemself = work.acting.personId === enrolment.personId;
  await work.audit({
    stream: `cohort:${enrolment.cohortId}`,
    action: "enrolment.withdrawn",
    entity: "enrolment",
    entityId: enrolment.id,
    detail: { from: enrolment.state, byThemself, owedPercent, waived: waive },
  });
  await tellPlaceChanged(work, enrolment.person, enrolment.cohort, byThemself ? "left" : "withdrawn", {
    reason: byThemself ? "" : reason,
    owedPercent,
    caseEnded: ended !== undefined,
  });
  await offerFreeSeats(work, enrolment.cohortId);
}
