import { hashOf } from "../../lib/core/hash.ts";
import type { Db } from "../../lib/db/client.ts";
import { makeEnrolment } from "./enrolments.ts";
import { makeVisit } from "./observations.ts";
import { inDays } from "./unique.ts";

let made = 0;

export type PairOptions = {
  readonly cohortId: string;
  readonly leadId: string;
  readonly secondId: string;
  readonly criteria: readonly { readonly id: string }[];
  /** What there is on the last criterion, on which the two differ (none). */
  readonly agreement?: "none" | "proposed" | "accepted";
};

/** Two blind observations of one visit, both submitted, which differ on the last criterion; and what is agreed on it. */
export async function makePair(
  db: Db,
  { cohortId, leadId, secondId, criteria, agreement = "none" }: PairOptions,
): Promise<{ readonly id: string; readonly criterionId: string }> {
  made += 1;
  const { id: enrolmentId } = await makeEnrolment(db, { cohortId });
  const visit = await makeVisit(db, { enrolmentId, assessorId: leadId, startsAt: inDays(-30 - made / 10) });
  const { id } = await db.observationPair.create({
    data: { visitId: visit.id, leadId, secondId, createdAt: inDays(-31) },
    select: { id: true },
  });
  const criterionId = criteria.at(-1)?.id ?? "";
  for (const assessorId of [leadId, secondId]) {
    const observation = await db.observation.create({
      data: {
        enrolmentId,
        assessorId,
        pairId: id,
        visitId: assessorId === leadId ? visit.id : null,
        observedOn: inDays(-30),
        situation: "Værksted",
        seen: "Spurgte gruppen, hvad borgerne havde sagt.",
        ratings: {
          create: criteria.map((criterion) => ({
            criterionId: criterion.id,
            rating: criterion.id === criterionId && assessorId === secondId ? "partly" : "not_reached",
          })),
        },
      },
      select: { id: true },
    });
    await db.observation.update({
      where: { id: observation.id },
      data: { state: "submitted", submittedAt: inDays(-29), contentHash: hashOf(observation) },
    });
  }
  if (agreement === "none") return { id, criterionId };
  await db.pairAgreement.create({
    data: {
      pairId: id,
      criterionId,
      rating: "partly",
      reason: "Set én gang",
      proposedById: leadId,
      proposedAt: inDays(-28),
      ...(agreement === "accepted" ? { acceptedById: secondId, acceptedAt: inDays(-27) } : {}),
    },
  });
  return { id, criterionId };
}
