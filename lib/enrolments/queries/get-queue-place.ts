import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { lastOvertakenAt, placeInQueue } from "../rules/place";

export type OwnQueuePlace = {
  /** Counted from 1; null without a place or with an offer. */
  readonly place: number | null;
  readonly waiting: number;
  /** When staff last moved somebody past this entry. */
  readonly overtakenAt: Date | null;
};

/** The acting person's own place among those who wait. Says nothing of who the others are; empty where it is not theirs. */
export async function getQueuePlace(acting: Acting, entryId: string): Promise<OwnQueuePlace> {
  const entry = await database().waitlistEntry.findFirst({
    where: { id: entryId, application: { personId: personOf(acting) } },
    select: { id: true, cohortId: true, position: true, advancedAt: true, joinedAt: true },
  });
  if (!entry) return { place: null, waiting: 0, overtakenAt: null };
  const places = await database().waitlistEntry.findMany({
    where: { cohortId: entry.cohortId, OR: [{ state: "waiting" }, { advancedAt: { not: null } }] },
    select: { id: true, state: true, position: true, advancedAt: true },
  });
  const waiting = places.filter((place) => place.state === "waiting");
  return {
    place: placeInQueue(waiting, entry.id),
    waiting: waiting.length,
    overtakenAt: lastOvertakenAt(entry, places),
  };
}
