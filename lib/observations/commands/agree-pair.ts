import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import type { Rating } from "@/lib/db/generated/enums";
import { decideAcceptance, decideJoint, decideProposal, jointText } from "../rules/pair";
import { carryFiles } from "./attach-file";
import { readObservation } from "./load-observation";
import type { LoadedPair } from "./load-pair";
import { submitObservation } from "./submit-observation";
import { tellAssessor } from "./tell-assessor";

const other = (pair: LoadedPair, personId: string) => (personId === pair.leadId ? pair.second : pair.lead);
const nameOf = (pair: LoadedPair, personId: string) =>
  personId === pair.leadId ? pair.lead.name : pair.second.name;
const onCriterion = (pair: LoadedPair, criterionId: string) =>
  pair.compared.find((each) => each.criterion.id === criterionId);

/** Proposes in writing what a criterion comes to on which the two differ; takes the place of what was proposed before. */
export async function proposeAgreement(
  work: Work,
  pair: LoadedPair,
  wish: { readonly criterionId: string; readonly rating: Rating; readonly reason: string },
): Promise<void> {
  const personId = personOf(work.acting);
  insist(decideProposal(pair, onCriterion(pair, wish.criterionId)));
  const { criterionId, rating, reason } = wish;
  const proposed = { rating, reason, proposedById: personId, proposedAt: work.now };
  await work.tx.pairAgreement.upsert({
    where: { pairId_criterionId: { pairId: pair.id, criterionId } },
    create: { pairId: pair.id, criterionId, ...proposed },
    update: { ...proposed, acceptedById: null, acceptedAt: null },
  });
  await work.audit({
    stream: `enrolment:${pair.participation.enrolmentId}`,
    action: "pair.proposed",
    entity: "observationPair",
    entityId: pair.id,
    detail: { criterionId, rating },
  });
  await tellAssessor(work, other(pair, personId), {
    news: "agreementProposed",
    participant: pair.participation.participant.name,
    by: nameOf(pair, personId),
    text: "",
    path: `/assess/pairs/${pair.id}`,
  });
}

/** Accepts what the other proposed for a criterion. */
export async function acceptAgreement(work: Work, pair: LoadedPair, criterionId: string): Promise<void> {
  const personId = personOf(work.acting);
  insist(decideAcceptance(pair, onCriterion(pair, criterionId), personId));
  const { count } = await work.tx.pairAgreement.updateMany({
    where: { pairId: pair.id, criterionId, acceptedAt: null, proposedById: { not: personId } },
    data: { acceptedById: personId, acceptedAt: work.now },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.audit({
    stream: `enrolment:${pair.participation.enrolmentId}`,
    action: "pair.accepted",
    entity: "observationPair",
    entityId: pair.id,
    detail: { criterionId },
  });
}

/**
 * Writes the joint observation of a pair that agrees, under the lead's name, and submits it: it is shared, answered and locked like any
 * other. The two blind ones stay as they were, for the certifying body to read. Returns its id.
 */
export async function writeJoint(work: Work, pair: LoadedPair): Promise<string> {
  insist(decideJoint(pair, pair.compared));
  const [lead, second] = [pair.leadId, pair.secondId].map((id) =>
    pair.observations.find((each) => each.assessorId === id),
  );
  if (!lead || !second) throw new RefusalError(refuse("pair.blind").refusal);
  const text = jointText(
    { ...lead, assessor: pair.lead.name },
    { ...second, assessor: pair.second.name },
    pair.compared,
  );
  const { ratings, ...words } = text;
  const { id } = await work.tx.observation.create({
    data: {
      enrolmentId: pair.participation.enrolmentId,
      assessorId: pair.leadId,
      organisationId: lead.organisationId,
      observedOn: lead.observedOn,
      ...words,
      createdAt: work.now,
      ratingDrafts: { create: ratings },
    },
    select: { id: true },
  });
  await carryFiles(work.tx, [lead.id, second.id], id);
  await work.tx.observationPair.update({ where: { id: pair.id }, data: { jointId: id } });
  await work.audit({
    stream: `observation:${id}`,
    action: "observation.jointWritten",
    entity: "observation",
    entityId: id,
    detail: { pairId: pair.id, of: [lead.id, second.id] },
  });
  const joint = await readObservation(work.tx, id);
  if (!joint) throw new Error("the joint observation was not written");
  await submitObservation(work, joint, joint.version);
  return id;
}
