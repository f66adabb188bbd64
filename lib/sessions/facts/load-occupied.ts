import "server-only";
import type { Db, Transaction } from "@/lib/db/client";
import type { Absence, Occupied } from "../rules/collisions";

/** A session that occupies something, with what is told of it where it collides. */
export type OccupiedSession = Occupied & {
  readonly theme: string;
  readonly timeZone: string;
  readonly cohortId: string;
  readonly cohort: string;
  readonly providerId: string;
  readonly room: string;
  /** Names by id. */
  readonly facilitators: ReadonlyMap<string, string>;
};

/** What to look for: who and what, and between when. */
export type OccupiedFilter = {
  readonly roomIds: readonly string[];
  readonly personIds: readonly string[];
  readonly from: Date;
  readonly until: Date;
};

/** Every session in a stretch of time that takes up one of the rooms or people, and when these people cannot. */
export async function loadOccupied(
  db: Db | Transaction,
  { roomIds, personIds, from, until }: OccupiedFilter,
): Promise<{ sessions: OccupiedSession[]; absences: (Absence & { readonly person: string })[] }> {
  const overlap = { startsAt: { lt: until }, endsAt: { gt: from } };
  const rows = await db.session.findMany({
    where: {
      state: { not: "cancelled" },
      ...overlap,
      OR: [
        { roomId: { in: [...roomIds] } },
        { facilitators: { some: { personId: { in: [...personIds] } } } },
      ],
    },
    select: {
      id: true,
      theme: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      roomId: true,
      cohortId: true,
      room: { select: { name: true, venue: { select: { name: true } } } },
      facilitators: { select: { personId: true, person: { select: { name: true } } } },
      cohort: {
        select: { name: true, programmeVersion: { select: { programme: { select: { providerId: true } } } } },
      },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const absences = await db.unavailability.findMany({
    where: { personId: { in: [...personIds] }, ...overlap },
    select: { personId: true, startsAt: true, endsAt: true, person: { select: { name: true } } },
    orderBy: { startsAt: "asc" },
  });
  return {
    sessions: rows.map(({ room, facilitators, cohort, ...row }) => ({
      ...row,
      room: room ? `${room.venue.name}, ${room.name}` : "",
      facilitatorIds: facilitators.map((each) => each.personId),
      facilitators: new Map(facilitators.map((each) => [each.personId, each.person.name])),
      cohort: cohort.name,
      providerId: cohort.programmeVersion.programme.providerId,
    })),
    absences: absences.map(({ person, ...absence }) => ({ ...absence, person: person.name })),
  };
}
