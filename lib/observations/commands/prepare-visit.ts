import "server-only";
import type { Work } from "@/lib/auth/work";
import { RefusalError, refuse } from "@/lib/core/decision";
import type { VisitFacts } from "./load-visit";

/** What a participant tells the assessor beforehand. */
export type VisitPreparation = {
  readonly situation: string;
  readonly aim: string;
  readonly othersInRoom: string;
  readonly othersInformed: boolean;
};

/** Notes what the participant prepares for a visit that is still to come or under way. */
export async function prepareVisit(
  work: Work,
  visit: VisitFacts,
  version: number,
  preparation: VisitPreparation,
): Promise<void> {
  if (visit.state !== "booked") throw new RefusalError(refuse("visit.over").refusal);
  const { count } = await work.tx.observationVisit.updateMany({
    where: { id: visit.id, version, state: "booked" },
    data: { ...preparation, version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.audit({
    stream: `enrolment:${visit.participation.enrolmentId}`,
    action: "visit.prepared",
    entity: "observationVisit",
    entityId: visit.id,
    detail: { othersInformed: preparation.othersInformed },
  });
}
