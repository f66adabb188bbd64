import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { Prisma } from "@/lib/db/generated/client";
import { cohortLock } from "@/lib/db/lock-row";

export type LoadedOffer = NonNullable<Awaited<ReturnType<typeof loadOffer>>>;

/** The lock under which an offer is answered: its cohort's, for which every change to seats and queue waits. */
export function lockOffer(entryId: string) {
  return cohortLock(Prisma.sql`(SELECT cohort_id FROM waitlist_entry WHERE id = ${entryId}::uuid)`);
}

/** The acting person's own place in a queue, to be read under `lockOffer`; null where it is not theirs. */
export function loadOffer(work: Work, entryId: string) {
  return work.tx.waitlistEntry.findFirst({
    where: { id: entryId, application: { personId: personOf(work.acting) } },
    select: {
      id: true,
      version: true,
      state: true,
      offerExpiresAt: true,
      cohortId: true,
      cohort: {
        select: {
          state: true,
          endsOn: true,
          programmeVersion: { select: { certifyingBodyId: true, frameworkVersionId: true } },
        },
      },
      application: { select: { id: true, version: true, participantRole: true } },
    },
  });
}
