import type { Prisma } from "@/lib/db/generated/client";
import { isReleased, type KeptSeat } from "../rules/seat-class";

/** The kept seats of a cohort, with what tells whether they still are; `keptAt` reads them. */
export const keptSeatsSelect = {
  select: {
    number: true,
    seatClass: { select: { organisationId: true, trackId: true, releasesAt: true, releasedAt: true } },
  },
} as const satisfies Prisma.Cohort$keptSeatsArgs;

type Row = Prisma.KeptSeatGetPayload<typeof keptSeatsSelect>;

/** Those of the kept seats that are kept at `now`: released ones are for everybody, also where the job is late. */
export function keptAt<Seat extends Row>(rows: readonly Seat[], now: Date): Seat[] {
  return rows.filter(
    ({ seatClass }) => seatClass.releasedAt === null && !isReleased(seatClass.releasesAt, now),
  );
}

/** A row as the rules ask for it. */
export function asKeptSeat({ number, seatClass: { organisationId, trackId } }: Row): KeptSeat {
  return { number, organisationId, trackId };
}

/** What tells how many seats are left, beside a count of those taken: which are taken matters only where some are kept. */
export const freeSeatsSelect = {
  keptSeats: keptSeatsSelect,
  seats: { where: { cohort: { keptSeats: { some: {} } } }, select: { number: true } },
} as const satisfies Prisma.CohortSelect;

/** The seats that are kept at `now` and taken by nobody, with the classes they are of. */
export function freeKeptSeats(
  cohort: { readonly keptSeats: readonly Row[]; readonly seats: readonly { readonly number: number }[] },
  now: Date,
): Row[] {
  const taken = new Set(cohort.seats.map((seat) => seat.number));
  return keptAt(cohort.keptSeats, now).filter((seat) => !taken.has(seat.number));
}
