import { byTurn, type QueuePlace } from "./queue";
import { type Belonging, isKeptFor } from "./seat-class";

/**
 * The place of an entry among those who wait, counted from 1; null where it does not wait. `waiting` are all who wait without an
 * offer.
 */
export function placeInQueue(waiting: readonly QueuePlace[], entryId: string): number | null {
  const index = [...waiting].sort(byTurn).findIndex((place) => place.id === entryId);
  return index < 0 ? null : index + 1;
}

/** An entry's places: for the seats that are for everybody, and, where some are kept for it, for those. */
export type QueuePlaces = { readonly open: number; readonly kept: number | null };

/**
 * The places of an entry, counted from 1: one queue per class of seats, so that whoever waits for kept seats has a place in the queue for
 * them and one in the queue for the others. Null where it does not wait.
 */
export function placesInQueue(
  waiting: readonly (QueuePlace & Belonging)[],
  entry: Belonging & { readonly id: string },
  classes: readonly Belonging[],
): QueuePlaces | null {
  const open = placeInQueue(waiting, entry.id);
  if (open === null) return null;
  const own = classes.filter((kept) => isKeptFor(kept, entry));
  const rivals = waiting.filter((place) => own.some((kept) => isKeptFor(kept, place)));
  return { open, kept: own.length === 0 ? null : placeInQueue(rivals, entry.id) };
}

/**
 * When staff last moved somebody past this entry; null where nobody was. Told to the one who was overtaken, without the name.
 * `moved` are all places of the queue that were ever moved to the front.
 */
export function lastOvertakenAt(
  entry: QueuePlace & { readonly joinedAt: Date },
  moved: readonly QueuePlace[],
): Date | null {
  if (entry.advancedAt) return null;
  const times = moved
    .filter((place) => place.id !== entry.id && place.position > entry.position)
    .flatMap((place) =>
      place.advancedAt && place.advancedAt > entry.joinedAt ? [place.advancedAt.getTime()] : [],
    );
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}
