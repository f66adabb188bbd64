/** Fewer cohorts than this say nothing. */
const FEWEST = 3;

/** What happened in the queues of earlier cohorts, as a chance: in `reached` of `cohorts` a place as far back as this got an offer. */
export type Chance = { readonly reached: number; readonly cohorts: number };

/**
 * The chance of a place in the queue: in how many of the earlier cohorts at least so many seats were offered from the queue.
 * `offersMade` has a number for each earlier cohort that had a queue. Null where they are too few to say anything: a number that
 * nothing stands behind is not shown.
 */
export function chanceOf(place: number, offersMade: readonly number[]): Chance | null {
  if (offersMade.length < FEWEST) return null;
  return { reached: offersMade.filter((offers) => offers >= place).length, cohorts: offersMade.length };
}
