import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

export type TransferTarget = Awaited<ReturnType<typeof listTransferTargets>>[number];

/** The other cohorts of the same programme that still fill: where a participant of this one may be moved to, with how many seats are free. */
export async function listTransferTargets(acting: Acting, cohortId: string) {
  const scope = visibleCohorts(acting);
  const here = await database().cohort.findFirst({
    where: { AND: [{ id: cohortId }, scope] },
    select: { programmeVersion: { select: { programmeId: true } } },
  });
  if (!here) return [];
  const cohorts = await database().cohort.findMany({
    where: {
      AND: [
        scope,
        {
          id: { not: cohortId },
          state: { in: ["open", "closed"] },
          programmeVersion: { programmeId: here.programmeVersion.programmeId },
        },
      ],
    },
    orderBy: { startsOn: "asc" },
    select: { id: true, name: true, startsOn: true, capacity: true, _count: { select: { seats: true } } },
  });
  return cohorts.map(({ _count, capacity, ...cohort }) => ({
    ...cohort,
    free: Math.max(0, capacity - _count.seats),
  }));
}
