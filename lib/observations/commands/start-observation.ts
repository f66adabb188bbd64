import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { dateColumn, dayOf } from "@/lib/core/dates";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideVisitBegun } from "../rules/visit-times";
import type { VisitFacts } from "./load-visit";

/**
 * Begins the observation of a visit, with the day, the participant's organisation and the situation they prepared; returns
 * its id. A visit has one observation; one that two assessors make has one of each, written blind.
 */
export async function startObservation(work: Work, visit: VisitFacts): Promise<string> {
  const assessorId = personOf(work.acting);
  const own = visit.pair?.observations.find((each) => each.assessorId === assessorId);
  const isLead = visit.assessorId === assessorId;
  if (own || (isLead && visit.observation !== null))
    throw new RefusalError(refuse("observation.alreadyStarted").refusal);
  if (visit.state !== "booked" && visit.state !== "done")
    throw new RefusalError(refuse("visit.over").refusal);
  insist(decideVisitBegun(visit, work.now));
  const begun = new Date(Math.min(visit.startsAt.getTime(), work.now.getTime()));
  const { id } = await work.tx.observation.create({
    data: {
      enrolmentId: visit.participation.enrolmentId,
      assessorId,
      // A visit tells of its own assessor's; the second's is known by the pair.
      visitId: isLead ? visit.id : null,
      pairId: visit.pair?.id ?? null,
      organisationId: visit.participation.organisationId,
      observedOn: dateColumn(dayOf(begun, visit.timeZone)),
      situation: visit.situation,
      createdAt: work.now,
    },
    select: { id: true },
  });
  await work.audit({
    stream: `observation:${id}`,
    action: "observation.started",
    entity: "observation",
    entityId: id,
    detail: { visitId: visit.id, enrolmentId: visit.participation.enrolmentId },
  });
  return id;
}
