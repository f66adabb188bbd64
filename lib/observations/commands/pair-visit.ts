import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideInvitation, decideRelease } from "../rules/pair";
import { findAssessor } from "./find-assessor";
import { readPair } from "./load-pair";
import { isObserved, type VisitFacts } from "./load-visit";
import { tellAssessor } from "./tell-assessor";

/** Asks a second assessor along to a booked visit: from here on both write blind. Refused where they are barred, or elsewhere then. */
export async function inviteSecond(work: Work, visit: VisitFacts, secondId: string): Promise<void> {
  const { enrolmentId, participant } = visit.participation;
  const { person: second, eligible, visits } = await findAssessor(work, visit, secondId, "secondId");
  insist(
    decideInvitation({
      visit: { ...visit, begun: isObserved(visit) },
      leadId: visit.assessorId,
      secondId,
      alreadyPaired: visit.pair !== null,
      eligible,
      secondVisits: visits,
    }),
  );
  const { id } = await work.tx.observationPair.create({
    data: { visitId: visit.id, leadId: visit.assessorId, secondId, createdAt: work.now },
    select: { id: true },
  });
  await work.audit({
    stream: `enrolment:${enrolmentId}`,
    action: "pair.invited",
    entity: "observationPair",
    entityId: id,
    detail: { visitId: visit.id, secondId },
  });
  await tellAssessor(work, second, {
    news: "secondInvited",
    participant: participant.name,
    by: visit.assessor.name,
    text: "",
    path: `/assess/visits/${visit.id}`,
  });
}

/** Lets the second assessor go, as long as they have written nothing. */
export async function releaseSecond(work: Work, visit: VisitFacts): Promise<void> {
  const pair = visit.pair && (await readPair(work.tx, { id: visit.pair.id }));
  if (!pair) throw new RefusalError(refuse("notFound").refusal);
  insist(decideRelease(pair));
  if (visit.observation !== null) throw new RefusalError(refuse("visit.observed").refusal);
  await work.tx.observationPair.delete({ where: { id: pair.id } });
  await work.audit({
    stream: `enrolment:${visit.participation.enrolmentId}`,
    action: "pair.released",
    entity: "observationPair",
    entityId: pair.id,
    detail: { visitId: visit.id, secondId: pair.secondId },
  });
  await tellAssessor(work, pair.second, {
    news: "secondReleased",
    participant: visit.participation.participant.name,
    by: visit.assessor.name,
    text: "",
    path: "/assess/visits",
  });
}
