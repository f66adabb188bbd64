import { type Absence, findCollisions, type Occupied } from "./collisions";
import { decideTimes, type WallPeriod } from "./times";

/** What is looked for a time: how it was wanted, and what it takes up. */
export type Search = {
  readonly wanted: WallPeriod;
  /** IANA zone of the wall times. */
  readonly zone: string;
  readonly roomId: string | null;
  readonly facilitatorIds: readonly string[];
};

/** How many days before and after are looked at. */
export const SEARCH_DAYS = 28;
const STEP_MINUTES = 30;
const EARLIEST = 7 * 60;
const LATEST = 21 * 60;
const DAY_MS = 86_400_000;

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const shifted = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The same day at other times between 7 and 21, and other days at the same time; nearest first. */
function candidates({ wanted }: Search, isOff: (day: string) => boolean): WallPeriod[] {
  const from = minutesOf(wanted.from);
  const length = minutesOf(wanted.to) - from;
  const weekendWanted = isWeekend(wanted.day);
  const sameDay: { distance: number; period: WallPeriod }[] = [];
  for (let start = EARLIEST; start + length <= LATEST; start += STEP_MINUTES)
    if (start !== from)
      sameDay.push({
        distance: Math.abs(start - from),
        period: { day: wanted.day, from: timeOf(start), to: timeOf(start + length) },
      });
  const otherDays = Array.from({ length: 2 * SEARCH_DAYS }, (_, index) =>
    index < SEARCH_DAYS ? index - SEARCH_DAYS : index - SEARCH_DAYS + 1,
  )
    .map((days) => ({
      distance: Math.abs(days) * 24 * 60,
      period: { ...wanted, day: shifted(wanted.day, days) },
    }))
    .filter(({ period }) => !isOff(period.day) && (weekendWanted || !isWeekend(period.day)));
  return [...sameDay, ...otherDays].sort((a, b) => a.distance - b.distance).map(({ period }) => period);
}

/**
 * The nearest times that are free for the room and everybody who facilitates: at most two on the same day, between 7 and 21, and
 * then the same time on days around it, `count` in all, in order of time. Days that are off (`isOff`) and, for a session on a
 * weekday, weekends are passed over; so is what has begun before `now`, and a time that a clock change leaves out.
 */
export function nearestFreeTimes(
  search: Search,
  occupied: readonly Occupied[],
  absences: readonly Absence[],
  isOff: (day: string) => boolean,
  now: Date,
  count = 3,
): WallPeriod[] {
  const found: WallPeriod[] = [];
  let sameDay = 0;
  for (const period of candidates(search, isOff)) {
    if (found.length === count) break;
    if (period.day === search.wanted.day && sameDay === 2) continue;
    const times = decideTimes(period, search.zone);
    if (!times.ok || times.value.startsAt <= now) continue;
    const { roomId, facilitatorIds } = search;
    if (findCollisions({ ...times.value, roomId, facilitatorIds }, occupied, absences).length > 0) continue;
    if (period.day === search.wanted.day) sameDay++;
    found.push(period);
  }
  return found.sort((a, b) => `${a.day}${a.from}`.localeCompare(`${b.day}${b.from}`));
}
