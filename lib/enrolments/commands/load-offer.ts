import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";

export type LoadedOffer = NonNullable<Awaited<ReturnType<typeof readOffer>>>;

function readOffer(work: Work, entryId: string) {
  return work.tx.waitlistEntry.findFirst({
    where: { id: entryId, application: { personId: personOf(work.acting) } },
    select: {
      id: true,
      version: true,
      state: true,
      offerExpiresAt: true,
      cohortId: true,
      cohort: { select: { state: true } },
      application: { select: { id: true, version: true } },
    },
  });
}

/** The acting person's own place in a queue, with its cohort locked; null where it is not theirs. */
export async function loadOffer(work: Work, entryId: string): Promise<LoadedOffer | null> {
  const entry = await readOffer(work, entryId);
  if (!entry) return null;
  // The cohort first: every change to seats and queue waits here. What was read before the lock is read again.
  await lockRow(work.tx, "cohort", entry.cohortId);
  return readOffer(work, entryId);
}
