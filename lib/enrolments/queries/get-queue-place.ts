import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { type Chance, chanceOf } from "../rules/chance";
import { lastOvertakenAt, placesInQueue } from "../rules/place";

export type OwnQueuePlace = {
  /** For the seats that are for everybody, counted from 1; null without a place or with an offer. */
  readonly place: number | null;
  /** For the seats that are kept for the person's organisation or track; null where none are. */
  readonly keptPlace: number | null;
  readonly waiting: number;
  /** How far the queue came on earlier cohorts of the programme; null where they are too few to tell. */
  readonly chance: Chance | null;
  /** When staff last moved somebody past this entry. */
  readonly overtakenAt: Date | null;
};

const NONE: OwnQueuePlace = { place: null, keptPlace: null, waiting: 0, chance: null, overtakenAt: null };

/** How many seats were offered from each queue of the programme's cohorts that have begun. */
async function offersMade(programmeId: string): Promise<number[]> {
  const queues = await database().waitlistEntry.groupBy({
    by: ["cohortId"],
    where: {
      cohort: { programmeVersion: { programmeId }, state: { in: ["running", "completed", "archived"] } },
    },
    _count: { offeredAt: true },
  });
  return queues.map((queue) => queue._count.offeredAt);
}

/**
 * The acting person's own places among those who wait, and how far the queue usually comes. Says nothing of who the others are;
 * empty where it is not theirs.
 */
export async function getQueuePlace(acting: Acting, entryId: string, now: Date): Promise<OwnQueuePlace> {
  const belonging = { organisationId: true, trackId: true } as const;
  const entry = await database().waitlistEntry.findFirst({
    where: { id: entryId, application: { personId: personOf(acting) } },
    select: {
      id: true,
      cohortId: true,
      position: true,
      advancedAt: true,
      joinedAt: true,
      application: { select: belonging },
      cohort: {
        select: {
          programmeVersion: { select: { programmeId: true } },
          seatClasses: {
            where: { releasedAt: null, OR: [{ releasesAt: null }, { releasesAt: { gt: now } }] },
            select: belonging,
          },
        },
      },
    },
  });
  if (!entry) return NONE;
  const [queue, earlier] = await Promise.all([
    database().waitlistEntry.findMany({
      where: { cohortId: entry.cohortId, OR: [{ state: "waiting" }, { advancedAt: { not: null } }] },
      select: {
        id: true,
        state: true,
        position: true,
        advancedAt: true,
        application: { select: belonging },
      },
    }),
    offersMade(entry.cohort.programmeVersion.programmeId),
  ]);
  const waiting = queue
    .filter((place) => place.state === "waiting")
    .map(({ application, ...place }) => ({ ...place, ...application }));
  const places = placesInQueue(waiting, { ...entry.application, id: entry.id }, entry.cohort.seatClasses);
  return {
    place: places?.open ?? null,
    keptPlace: places?.kept ?? null,
    waiting: waiting.length,
    chance: places && chanceOf(places.kept ?? places.open, earlier),
    overtakenAt: lastOvertakenAt(entry, queue),
  };
}
