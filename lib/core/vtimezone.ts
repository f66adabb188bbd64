import { tzOffset } from "@date-fns/tz";

/**
 * Time zones as iCalendar wants them (RFC 5545 3.6.5): every TZID that is used is defined in the same file, with both of its
 * transitions. Written here and not taken from a library: one that calls Europe/Copenhagen another name makes a strict reader
 * fall back to floating times.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A change of a zone's offset: the instant, and the minutes east of UTC before and after. */
type Transition = { readonly at: number; readonly from: number; readonly to: number };

/** The zone's transitions from the instant `start` to `end`. */
function transitionsOf(zone: string, start: number, end: number): Transition[] {
  const offsetAt = (instant: number) => tzOffset(zone, new Date(instant));
  const found: Transition[] = [];
  for (let day = start; day < end; day += DAY) {
    const [from, to] = [offsetAt(day), offsetAt(day + DAY)];
    if (from === to) continue;
    let [low, high] = [day, day + DAY];
    while (high - low > 60_000) {
      const middle = low + Math.floor((high - low) / 120_000) * 60_000;
      if (offsetAt(middle) === from) low = middle;
      else high = middle;
    }
    found.push({ at: high, from, to });
  }
  return found;
}

/** `+0200`. */
function offsetText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

/** `20260329T020000`: what clocks showed at a transition, by the offset before it. */
const wallText = ({ at, from }: Transition) =>
  new Date(at + from * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, "");

/** The European rule (directive 2000/84/EC): the last Sunday of March and of October, at 01:00 UTC. */
function followsEuropeanRule(transition: Transition): boolean {
  const at = new Date(transition.at);
  const lastSunday = at.getUTCDay() === 0 && at.getUTCDate() > 24;
  const forward = transition.to > transition.from;
  return lastSunday && at.getUTCHours() === 1 && at.getUTCMonth() === (forward ? 2 : 9);
}

const EUROPEAN = ["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"];

function observance(transition: Transition, rule: string | undefined): string[] {
  const part = transition.to > transition.from ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${part}`,
    `DTSTART:${wallText(transition)}`,
    `TZOFFSETFROM:${offsetText(transition.from)}`,
    `TZOFFSETTO:${offsetText(transition.to)}`,
    ...(rule ? [rule] : []),
    `END:${part}`,
  ];
}

/**
 * The lines of a VTIMEZONE for `zone` (IANA) that holds from the year before `earliest` to the year after `latest`. Where the zone
 * keeps to the European rule in that time it says so as a rule, which every program understands; otherwise each transition stands
 * for itself.
 */
export function timeZoneLines(zone: string, earliest: Date, latest: Date): string[] {
  const start = Date.UTC(earliest.getUTCFullYear() - 1, 0, 1);
  const end = Date.UTC(latest.getUTCFullYear() + 2, 0, 1);
  const transitions = transitionsOf(zone, start, end);
  const byRule = transitions.length > 0 && transitions.every(followsEuropeanRule);
  const observances = byRule
    ? transitions
        .slice(0, 2)
        .flatMap((each) => observance(each, each.to > each.from ? EUROPEAN[0] : EUROPEAN[1]))
    : transitions.flatMap((each) => observance(each, undefined));
  const constant = tzOffset(zone, new Date(start));
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    ...(transitions.length > 0
      ? observances
      : [
          "BEGIN:STANDARD",
          "DTSTART:19700101T000000",
          `TZOFFSETFROM:${offsetText(constant)}`,
          `TZOFFSETTO:${offsetText(constant)}`,
          "END:STANDARD",
        ]),
    "END:VTIMEZONE",
  ];
}
