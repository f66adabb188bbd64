/** What an organisation was called in a period: from `validFrom` until the day before `validTo`. */
export type NamePeriod = {
  readonly name: string;
  readonly shortName: string;
  /** A calendar day, as a `date` column gives it: midnight UTC. */
  readonly validFrom: Date;
  /** The first day on which it no longer holds; null for the present name. */
  readonly validTo: Date | null;
};

/**
 * The name that an organisation bore on a day (`2019-05-13`). Before the first known name it is the first, after the last the
 * last, and in a gap the one before the gap: a body is never nameless. Null only where there are no names at all.
 */
export function nameAt<T extends NamePeriod>(names: readonly T[], day: string): T | null {
  const instant = Date.parse(`${day}T00:00:00Z`);
  const inOrder = [...names].sort((a, b) => a.validFrom.getTime() - b.validFrom.getTime());
  return inOrder.findLast((name) => name.validFrom.getTime() <= instant) ?? inOrder[0] ?? null;
}

/** A name as it was on a day and as it is today. */
export type NameThenAndNow = {
  readonly atTheTime: string;
  readonly now: string;
  /** Whether the two differ, so that both have to be said: "COI (now CO-PI)". */
  readonly renamed: boolean;
};

/** The short names of an organisation on `then` and on `today` (calendar days). Null where there are no names at all. */
export function nameThenAndNow(
  names: readonly NamePeriod[],
  then: string,
  today: string,
): NameThenAndNow | null {
  const past = nameAt(names, then);
  const present = nameAt(names, today);
  if (!past || !present) return null;
  return { atTheTime: past.shortName, now: present.shortName, renamed: past.shortName !== present.shortName };
}
