import type { Prisma } from "@/lib/db/generated/client";
import type { CapacityFacts } from "../rules/capacity";
import { asKeptSeat, keptAt, keptSeatsSelect } from "./kept-seats";

/** What of a cohort decides who gets in. Read in the statement after the one that took its lock: see commands/lock-cohort.ts. */
export const capacitySelect = {
  id: true,
  name: true,
  state: true,
  capacity: true,
  startsOn: true,
  endsOn: true,
  timeZone: true,
  offerHours: true,
  lastQueuePosition: true,
  seats: { select: { number: true } },
  keptSeats: keptSeatsSelect,
  // Where those who wait belong matters only where seats are kept.
  waitlist: {
    where: { state: "waiting", cohort: { keptSeats: { some: {} } } },
    select: { application: { select: { organisationId: true, trackId: true } } },
  },
  _count: { select: { waitlist: { where: { state: "waiting" } } } },
  programmeVersion: { select: { title: true, certifyingBodyId: true, frameworkVersionId: true } },
} as const satisfies Prisma.CohortSelect;

/** A cohort whose row this transaction holds, with its seats and queue as they are now. */
export type LockedCohort = CapacityFacts & {
  readonly id: string;
  readonly name: string;
  readonly programme: string;
  readonly startsOn: Date;
  readonly timeZone: string;
  readonly offerHours: number;
  /** Who certifies by what; null both where the programme does not. */
  readonly certifyingBodyId: string | null;
  readonly frameworkVersionId: string | null;
};

/** The row of `capacitySelect` as the rules ask for it at `now`. */
export function asLockedCohort(
  row: Prisma.CohortGetPayload<{ select: typeof capacitySelect }>,
  now: Date,
): LockedCohort {
  const { state, seats, keptSeats, waitlist, _count, programmeVersion, ...cohort } = row;
  return {
    ...cohort,
    programme: programmeVersion.title,
    certifyingBodyId: programmeVersion.certifyingBodyId,
    frameworkVersionId: programmeVersion.frameworkVersionId,
    cohortState: state,
    takenSeats: seats.map((seat) => seat.number),
    keptSeats: keptAt(keptSeats, now).map(asKeptSeat),
    waiting: _count.waitlist,
    waitingFrom: waitlist.map((entry) => entry.application),
  };
}
