const DAY_MS = 86_400_000;

/** By how many weeks everything moves when a cohort that began on `before` is repeated from about `wanted` on: whole weeks, so that weekdays stay. */
export function weeksBetween(before: string, wanted: string): number {
  return Math.round((Date.parse(wanted) - Date.parse(before)) / DAY_MS / 7);
}

/** The day (`YYYY-MM-DD`) so many weeks later. */
export function weeksLater(day: string, weeks: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + weeks * 7 * DAY_MS).toISOString().slice(0, 10);
}

/** A track as it is recognised in another version of the programme. */
type Track = { readonly id: string; readonly name: string; readonly audience: string };

/** The track of another version that is the same one: of the same name and audience, else the only one of the audience; else null. */
export function sameTrack(track: Track, others: readonly Track[]): string | null {
  const ofAudience = others.filter(({ audience }) => audience === track.audience);
  const named = ofAudience.find(({ name }) => name === track.name);
  return named?.id ?? (ofAudience.length === 1 ? (ofAudience[0]?.id ?? null) : null);
}
