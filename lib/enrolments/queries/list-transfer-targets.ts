import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { seatsLeft } from "@/lib/cohorts/rules/phase";
import { database } from "@/lib/db/client";
import { freeKeptSeats, freeSeatsSelect } from "../facts/kept-seats";

export type TransferTarget = Awaited<ReturnType<typeof listTransferTargets>>[number];

/** The other cohorts of the same programme that still fill: where a participant of this one may be moved to, with how many seats are free for anybody. */
export async function listTransferTargets(acting: Acting, cohortId: string, now: Date) {
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
    select: {
      ...freeSeatsSelect,
      id: true,
      name: true,
      startsOn: true,
      capacity: true,
      _count: { select: { seats: true } },
    },
  });
  return cohorts.map(({ _count, capacity, seats, keptSeats, ...cohort }) => ({
    ...cohort,
    free: seatsLeft(capacity, _count.seats, freeKeptSeats({ seats, keptSeats }, now).length),
  }));
}
