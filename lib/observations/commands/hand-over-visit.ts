import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideHandOver } from "../rules/handing-over";
import { findAssessor } from "./find-assessor";
import { isObserved, type VisitFacts } from "./load-visit";
import { tellAssessor } from "./tell-assessor";
import { tellOfVisit } from "./tell-of-visit";

/**
 * Makes a booked visit another assessor's: time, place and what the participant prepared stay. Both are told; in the participant's
 * calendar the entry is the same, with the other's name (SEQUENCE rises), and each assessor's own calendar follows by its address.
 */
export async function handOverVisit(
  work: Work,
  visit: VisitFacts,
  version: number,
  toId: string,
): Promise<void> {
  const { person, eligible, visits } = await findAssessor(work, visit, toId, "toId");
  insist(
    decideHandOver({
      visit: { ...visit, begun: isObserved(visit), paired: visit.pair !== null },
      assessorId: visit.assessorId,
      toId,
      eligible,
      theirVisits: visits,
    }),
  );
  const { count } = await work.tx.observationVisit.updateMany({
    where: { id: visit.id, version, state: "booked", assessorId: visit.assessorId },
    data: { assessorId: toId, version: { increment: 1 }, sequence: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.audit({
    stream: `enrolment:${visit.participation.enrolmentId}`,
    action: "visit.handedOver",
    entity: "observationVisit",
    entityId: visit.id,
    detail: { before: visit.assessorId, after: toId },
  });
  const { participant } = visit.participation;
  await tellAssessor(work, person, {
    news: "handedOver",
    participant: participant.name,
    by: visit.assessor.name,
    text: "",
    path: `/assess/visits/${visit.id}`,
  });
  const told = { ...visit, sequence: visit.sequence + 1, participant, assessor: person };
  await tellOfVisit(work, told, { kind: "booked", insteadOf: visit.assessor.name });
}
