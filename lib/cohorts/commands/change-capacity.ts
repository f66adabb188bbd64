import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { offerFreeSeats } from "@/lib/enrolments/commands/offer-free-seats";
import { renumberSeats } from "@/lib/enrolments/commands/renumber-seats";
import type { LoadedCohort } from "../facts/load-cohort";
import { decideEditing } from "../rules/planning";

/**
 * Changes the number of seats. Where it grows, the new seats go to whoever waits, in order, by the same rule as any freed seat:
 * nobody is let past the queue or past approval. Where it falls, seats beyond it are numbered anew; it never falls below what is
 * taken, offered or kept.
 */
export async function changeCapacity(
  work: Work,
  cohort: LoadedCohort,
  version: number,
  capacity: number,
): Promise<void> {
  insist(decideEditing(cohort.state));
  const moved = await renumberSeats(work, cohort.id, capacity);
  const { count } = await work.tx.cohort.updateMany({
    where: { id: cohort.id, version, state: cohort.state },
    data: { capacity, version: { increment: 1 } },
  });
  if (count === 0) insist(refuse("conflict"));
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: "cohort.capacityChanged",
    entity: "cohort",
    entityId: cohort.id,
    detail: { before: cohort.capacity, after: capacity, moved },
  });
  if (capacity > cohort.capacity) await offerFreeSeats(work, cohort.id);
}
