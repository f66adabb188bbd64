import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { dayOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

export type SeatClasses = NonNullable<Awaited<ReturnType<typeof listSeatClasses>>>;
export type SeatClassRow = SeatClasses["classes"][number];
export type AgreedSeats = SeatClasses["agreed"][number];

function readCohort(acting: Acting, cohortId: string) {
  return database().cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(acting)] },
    select: {
      id: true,
      timeZone: true,
      programmeVersion: {
        select: { tracks: { select: { id: true, name: true }, orderBy: { position: "asc" } } },
      },
      seats: { select: { number: true } },
      agreement: {
        select: {
          title: true,
          seatAllocations: {
            select: {
              id: true,
              seats: true,
              organisationId: true,
              trackId: true,
              organisation: { select: { names: namesSelect } },
              track: { select: { name: true } },
            },
          },
        },
      },
      seatClasses: {
        orderBy: { createdAt: "asc" },
        select: {
          id: true,
          version: true,
          organisationId: true,
          trackId: true,
          releasesAt: true,
          releasedAt: true,
          organisation: { select: { names: namesSelect } },
          track: { select: { name: true } },
          keptSeats: { select: { number: true } },
        },
      },
    },
  });
}

/**
 * The seats of a cohort that are kept, for whom and until when; what its agreement promises and is not kept yet; and what can be chosen
 * to keep more for. Null where the acting person has no such cohort.
 */
export async function listSeatClasses(acting: Acting, cohortId: string, now: Date) {
  const [cohort, organisations] = await Promise.all([
    readCohort(acting, cohortId),
    database().organisation.findMany({
      where: { mergedIntoId: null },
      select: { id: true, names: namesSelect },
    }),
  ]);
  if (!cohort) return null;
  const today = dayOf(now, cohort.timeZone);
  const taken = new Set(cohort.seats.map((seat) => seat.number));
  const nameOf = (organisation: { names: Parameters<typeof nameAt>[0] } | null) =>
    (organisation && nameAt(organisation.names, today)?.name) ?? null;
  const classes = cohort.seatClasses.map(({ organisation, track, keptSeats, ...row }) => ({
    ...row,
    organisationName: nameOf(organisation),
    trackName: track?.name ?? null,
    seats: keptSeats.length,
    used: keptSeats.filter((seat) => taken.has(seat.number)).length,
    lastDay: row.releasesAt ? dayOf(row.releasesAt, cohort.timeZone) : null,
  }));
  const live = classes.filter((row) => row.releasedAt === null);
  return {
    cohortId: cohort.id,
    timeZone: cohort.timeZone,
    classes,
    agreementTitle: cohort.agreement?.title ?? null,
    agreed: (cohort.agreement?.seatAllocations ?? [])
      .filter(
        (share) =>
          share.seats > 0 &&
          !live.some((row) => row.organisationId === share.organisationId && row.trackId === share.trackId),
      )
      .map(({ organisation, track, ...share }) => ({
        ...share,
        organisationName: nameOf(organisation),
        trackName: track?.name ?? null,
      })),
    tracks: cohort.programmeVersion.tracks,
    organisations: organisations
      .map((organisation) => ({ id: organisation.id, name: nameOf(organisation) ?? "" }))
      .filter((option) => option.name !== "")
      .sort((a, b) => a.name.localeCompare(b.name, "da")),
  };
}
