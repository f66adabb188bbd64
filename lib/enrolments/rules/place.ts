import { byTurn, type QueuePlace } from "./queue";

/**
 * The place of an entry among those who wait, counted from 1; null where it does not wait. `waiting` are all who wait without an
 * offer.
 */
export function placeInQueue(waiting: readonly QueuePlace[], entryId: string): number | null {
  const index = [...waiting].sort(byTurn).findIndex((place) => place.id === entryId);
  return index < 0 ? null : index + 1;
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
