import "server-only";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";

/** A live offer with the application behind it. */
export type LiveOffer = {
  readonly id: string;
  readonly version: number;
  readonly cohortId: string;
  readonly application: { readonly id: string; readonly version: number };
};

/**
 * Ends a live offer that was refused or has expired: frees its seat and withdraws the application. The caller holds the cohort's
 * lock and offers the seat on. Throws the refusal `conflict` where something was changed in between.
 */
export async function endOffer(work: Work, offer: LiveOffer, ending: "refused" | "expired"): Promise<void> {
  await work.tx.seat.deleteMany({ where: { waitlistEntryId: offer.id } });
  const entry = await work.tx.waitlistEntry.updateMany({
    where: { id: offer.id, version: offer.version, state: "offered" },
    data: { state: ending, version: { increment: 1 }, answeredAt: work.now },
  });
  const application = await work.tx.application.updateMany({
    where: { id: offer.application.id, version: offer.application.version, state: "waitlisted" },
    data: { state: "withdrawn", version: { increment: 1 } },
  });
  if (entry.count === 0 || application.count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `cohort:${offer.cohortId}`,
    action: `waitlist.${ending}`,
    entity: "waitlistEntry",
    entityId: offer.id,
    detail: { applicationId: offer.application.id },
  });
}
