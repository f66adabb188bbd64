import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideAssessorEligibility, type EligibilityFacts } from "../rules/assessor-eligibility";
import { decideMovingPair } from "../rules/pair";
import type { VisitTimes } from "../rules/visit-times";
import { findAssessor } from "./find-assessor";
import { isObserved, type VisitFacts } from "./load-visit";
import { tellOfVisit } from "./tell-of-visit";
import { type VisitWish, visitInstants } from "./visit-instants";

/** Whether a second assessor who comes along can be there too. */
async function insistSecond(work: Work, visit: VisitFacts, times: VisitTimes): Promise<void> {
  if (!visit.pair) return;
  const { secondId } = visit.pair;
  const { eligible, visits } = await findAssessor(work, visit, secondId, "day", times.startsAt);
  insist(decideMovingPair({ times, eligible, secondVisits: visits }));
}

/** Moves a booked visit to another time or place and tells the participant and a second assessor. Calendars take it over: SEQUENCE rises. */
export async function moveVisit(
  work: Work,
  visit: VisitFacts & { readonly eligibility: EligibilityFacts },
  version: number,
  wish: VisitWish,
): Promise<void> {
  const times = await visitInstants(work.tx, visit.participation, wish, work.now, visit.id);
  insist(decideAssessorEligibility(visit.eligibility, work.now, times.startsAt));
  if (isObserved(visit)) throw new RefusalError(refuse("visit.observed").refusal);
  await insistSecond(work, visit, times);
  const { count } = await work.tx.observationVisit.updateMany({
    where: { id: visit.id, version, state: "booked" },
    data: { ...times, place: wish.place, version: { increment: 1 }, sequence: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.audit({
    stream: `enrolment:${visit.participation.enrolmentId}`,
    action: "visit.moved",
    entity: "observationVisit",
    entityId: visit.id,
    detail: { before: visit.startsAt.toISOString(), after: times.startsAt.toISOString() },
  });
  const told = {
    ...visit,
    ...times,
    place: wish.place,
    sequence: visit.sequence + 1,
    participant: visit.participation.participant,
  };
  const news = { kind: "moved", previousStartsAt: visit.startsAt } as const;
  await tellOfVisit(work, told, news);
  if (visit.pair) await tellOfVisit(work, told, news, visit.pair.second);
}
