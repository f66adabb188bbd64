/** A stretch of a day, in minutes since midnight as clocks there show it. */
export type Stretch = { readonly from: number; readonly to: number };

/** A stretch and where it stands among those it overlaps: in `lane` (from 0) of `lanes` of the same width. */
export type Laned<T> = { readonly item: T; readonly lane: number; readonly lanes: number };

const DAY_MINUTES = 24 * 60;
/** What is always shown, in hours. */
const USUAL_DAY = { first: 8, last: 17 } as const;

/** `09:30` in minutes since midnight. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Minutes since midnight as `09:30`. */
function timeOf(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** From one time of the day to another; what ends after midnight is shown to the end of its day. */
export function stretchOf(from: string, to: string): Stretch {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return { from: start, to: end > start ? end : DAY_MINUTES };
}

/** The hours a grid shows: the usual day, and as much before and after as there is something. `last` is where it ends. */
export function hoursShown(stretches: readonly Stretch[]): { readonly first: number; readonly last: number } {
  return {
    first: Math.min(USUAL_DAY.first, ...stretches.map(({ from }) => Math.floor(from / 60))),
    last: Math.max(USUAL_DAY.last, ...stretches.map(({ to }) => Math.ceil(to / 60))),
  };
}

/** Stretches of one day as they stand side by side: none covers another, and those that meet nothing have the whole width. */
export function sideBySide<T extends Stretch>(stretches: readonly T[]): Laned<T>[] {
  const inOrder = [...stretches].sort((a, b) => a.from - b.from || b.to - a.to);
  const placed: Laned<T>[] = [];
  let group: { item: T; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    placed.push(...group.map((each) => ({ ...each, lanes: ends.length })));
    [group, ends] = [[], []];
  };
  for (const item of inOrder) {
    if (ends.every((end) => end <= item.from)) close();
    const free = ends.findIndex((end) => end <= item.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = item.to;
    group.push({ item, lane });
  }
  close();
  return placed;
}

/** A period of a day moved by so many minutes, and kept within the day: it stays as long as it is. */
export function shifted(from: string, to: string, minutes: number): { from: string; to: string } {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (end <= start) return { from, to };
  const by = Math.max(-start, Math.min(minutes, DAY_MINUTES - 1 - end));
  return { from: timeOf(start + by), to: timeOf(end + by) };
}

/** How far a drag by so many minutes of the grid moves: quarters of an hour, and nothing for a hand that only trembles. */
export function draggedMinutes(minutes: number): number {
  return Math.abs(minutes) < 20 ? 0 : Math.round(minutes / 15) * 15;
}
