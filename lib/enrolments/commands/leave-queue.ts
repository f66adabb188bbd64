import "server-only";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import type { WaitlistState } from "@/lib/db/generated/enums";

/** A place in the queue that may have to be given up. */
export type QueueEntry = {
  readonly id: string;
  readonly version: number;
  readonly state: WaitlistState;
  readonly cohortId: string;
};

/**
 * Takes a place out of the queue, with the seat that an offer may hold; returns whether a seat was freed, which the caller offers
 * on. Nothing happens to a place that is out already. The caller holds the cohort's lock.
 */
export async function leaveQueue(work: Work, entry: QueueEntry): Promise<boolean> {
  if (entry.state !== "waiting" && entry.state !== "offered") return false;
  const freed = await work.tx.seat.deleteMany({ where: { waitlistEntryId: entry.id } });
  const { count } = await work.tx.waitlistEntry.updateMany({
    where: { id: entry.id, version: entry.version, state: entry.state },
    data: { state: "withdrawn", version: { increment: 1 }, answeredAt: work.now },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `cohort:${entry.cohortId}`,
    action: "waitlist.withdrawn",
    entity: "waitlistEntry",
    entityId: entry.id,
    detail: { from: entry.state },
  });
  return freed.count > 0;
}
