import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { dateColumn } from "@/lib/core/dates";
import { insist } from "@/lib/core/decision";
import { decideAmendment } from "../rules/amendment";
import { carryFiles } from "./attach-file";
import type { ObservationFacts } from "./load-observation";

/**
 * Begins an observation that is to supersede a locked one, with its words to start from; returns its id. The original stays as
 * it is, and counts until the amendment is locked itself.
 */
export async function amendObservation(
  work: Work,
  original: ObservationFacts,
  reason: string,
): Promise<string> {
  const { content, participation } = original;
  insist(
    decideAmendment({
      state: original.state,
      amendedById: original.amendedById,
      caseState: participation.observable.caseState,
    }),
  );
  const { id } = await work.tx.observation.create({
    data: {
      enrolmentId: participation.enrolmentId,
      assessorId: personOf(work.acting),
      organisationId: content.organisationId,
      observedOn: dateColumn(content.observedOn),
      situation: content.situation,
      seen: content.seen,
      interpreted: content.interpreted,
      amendsId: original.id,
      amendReason: reason,
      createdAt: work.now,
      ratingDrafts: { create: content.ratings.map((note) => ({ ...note })) },
    },
    select: { id: true },
  });
  await carryFiles(work.tx, [original.id], id);
  await work.audit({
    stream: `observation:${id}`,
    action: "observation.amendmentStarted",
    entity: "observation",
    entityId: id,
    detail: { amends: original.id, enrolmentId: participation.enrolmentId },
  });
  return id;
}
