import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { decideEditingAgreement } from "../rules/content";
import type { LoadedAgreement } from "./load-agreement";

/** How many seats an organisation gets; an empty track means any. */
export type Allocation = {
  readonly organisationId: string;
  readonly trackId: string;
  readonly seats: number;
};

async function insistOwnTrack(work: Work, agreement: LoadedAgreement, trackId: string): Promise<void> {
  const known = await work.tx.track.count({
    where: { id: trackId, programmeVersion: { programme: { providerId: agreement.providerId } } },
  });
  if (known === 0) insist(refuse("agreement.trackUnknown", undefined, "trackId"));
}

/**
 * Gives a partner a number of seats on a track, in place of the number it had there. An allocation is a row of its own, not a part
 * of the terms: whoever edits those, or takes the agreement into force, is not in the way of it, nor it of them.
 */
export async function setSeats(
  work: Work,
  agreement: LoadedAgreement,
  allocation: Allocation,
): Promise<void> {
  insist(decideEditingAgreement(agreement.state));
  const { organisationId, seats } = allocation;
  if (!agreement.partners.some((partner) => partner.organisationId === organisationId))
    insist(refuse("agreement.notPartner", undefined, "organisationId"));
  if (allocation.trackId) await insistOwnTrack(work, agreement, allocation.trackId);
  const trackId = allocation.trackId || null;
  const there = agreement.seatAllocations.find(
    (each) => each.organisationId === organisationId && each.trackId === trackId,
  );
  if (there)
    await work.tx.seatAllocation.update({ where: { id: there.id }, data: { seats }, select: { id: true } });
  else
    await work.tx.seatAllocation.create({
      data: { agreementId: agreement.id, organisationId, trackId, seats },
      select: { id: true },
    });
  await work.audit({
    stream: `agreement:${agreement.id}`,
    action: "agreement.seatsSet",
    entity: "agreement",
    entityId: agreement.id,
    detail: { organisationId, trackId, seats },
  });
}

/** Takes an allocation away. People who have a seat already keep it. */
export async function removeSeats(
  work: Work,
  agreement: LoadedAgreement,
  allocationId: string,
): Promise<void> {
  insist(decideEditingAgreement(agreement.state));
  const { count } = await work.tx.seatAllocation.deleteMany({
    where: { id: allocationId, agreementId: agreement.id },
  });
  if (count === 0) insist(refuse("notFound"));
  await work.audit({
    stream: `agreement:${agreement.id}`,
    action: "agreement.seatsRemoved",
    entity: "agreement",
    entityId: agreement.id,
    detail: { allocationId },
  });
}
