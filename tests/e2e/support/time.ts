/** Days and times at the cohorts' place, for what a journey writes into forms. */
const ZONE = "Europe/Copenhagen";
const DAY_MS = 86_400_000;

/** The calendar day so many days from now, `2026-05-13`. */
export function day(fromToday: number): string {
  return wall(new Date(Date.now() + fromToday * DAY_MS)).day;
}

function wall(instant: Date): { day: string; time: string } {
  const [date = "", time = ""] = new Intl.DateTimeFormat("sv-SE", {
    timeZone: ZONE,
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(instant)
    .split(" ");
  return { day: date, time };
}

/**
 * Some minutes around a moment so many hours from now, as the fields for day, from and to take them. They end on the day
 * they begin, also when that is a minute to midnight.
 */
export function period(hoursFromNow: number): { day: string; from: string; to: string } {
  const begin = wall(new Date(Date.now() + hoursFromNow * 3_600_000));
  const [hour = 0, minute = 0] = begin.time.split(":").map(Number);
  const from = hour === 23 && minute > 57 ? "23:57" : begin.time;
  const end = Math.min(23 * 60 + 59, hour * 60 + minute + 45);
  const two = (number: number) => String(number).padStart(2, "0");
  return { day: begin.day, from, to: `${two(Math.floor(end / 60))}:${two(end % 60)}` };
}
