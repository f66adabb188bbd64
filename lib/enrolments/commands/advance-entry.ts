import "server-only";
import { personOf } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { lockRow } from "@/lib/db/lock-row";
import { decideAdvancing } from "../rules/queue";

export type LoadedEntry = NonNullable<Awaited<ReturnType<typeof readEntry>>>;

function readEntry(work: Work, id: string) {
  return work.tx.waitlistEntry.findFirst({
    where: { AND: [{ id }, { cohort: visibleCohorts(work.acting) }] },
    select: {
      id: true,
      version: true,
      state: true,
      advancedAt: true,
      cohortId: true,
      application: { select: { personId: true } },
    },
  });
}

/** A place in the queue of a cohort that the acting person may reach, with the cohort locked; null where there is none for them. */
export async function loadEntry(work: Work, id: string): Promise<LoadedEntry | null> {
  const entry = await readEntry(work, id);
  if (!entry) return null;
  await lockRow(work.tx, "cohort", entry.cohortId);
  return readEntry(work, id);
}

/**
 * Moves a place to the front of the queue, before everybody who waits in the ordinary order. The reason is kept; those who are
 * overtaken see that staff changed the order.
 */
export async function advanceEntry(work: Work, entry: LoadedEntry, reason: string): Promise<void> {
  insist(decideAdvancing(entry, reason));
  const { count } = await work.tx.waitlistEntry.updateMany({
    where: { id: entry.id, version: entry.version, state: "waiting" },
    data: {
      version: { increment: 1 },
      advancedAt: work.now,
      advancedById: personOf(work.acting),
      advanceReason: reason,
    },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `cohort:${entry.cohortId}`,
    action: "waitlist.advanced",
    entity: "waitlistEntry",
    entityId: entry.id,
  });
}
