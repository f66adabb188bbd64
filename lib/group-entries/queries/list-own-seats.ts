import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { dayOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { decideNaming } from "../rules/naming";

export type OwnSeatsRow = Awaited<ReturnType<typeof listOwnSeats>>[number];

/** The seats that cohorts keep for the coordinator's organisations: how many are free, until when, and whether somebody can be named at `now`. */
export async function listOwnSeats(acting: Acting, now: Date) {
  const rows = await database().seatClass.findMany({
    where: {
      organisationId: { in: organisationsAs(acting, "coordinator") },
      releasedAt: null,
      cohort: { state: { in: ["open", "closed", "running"] } },
    },
    orderBy: [{ cohort: { startsOn: "asc" } }, { createdAt: "asc" }],
    select: {
      id: true,
      trackId: true,
      releasesAt: true,
      track: { select: { name: true } },
      keptSeats: { select: { number: true } },
      cohort: {
        select: {
          name: true,
          state: true,
          startsOn: true,
          timeZone: true,
          seats: { select: { number: true } },
          programmeVersion: {
            select: {
              title: true,
              tracks: { select: { id: true, name: true }, orderBy: { position: "asc" } },
            },
          },
        },
      },
    },
  });
  return rows.map(({ cohort, keptSeats, track, ...row }) => {
    const taken = new Set(cohort.seats.map((seat) => seat.number));
    const free = keptSeats.filter((seat) => !taken.has(seat.number)).length;
    const { title, tracks } = cohort.programmeVersion;
    return {
      ...row,
      trackName: track?.name ?? null,
      seats: keptSeats.length,
      free,
      programme: title,
      cohort: cohort.name,
      startsOn: cohort.startsOn,
      lastDay: row.releasesAt && dayOf(row.releasesAt, cohort.timeZone),
      tracks: row.trackId === null && tracks.length > 1 ? tracks : [],
      mayName: decideNaming({ cohortState: cohort.state, free, releasesAt: row.releasesAt }, now).ok,
    };
  });
}
