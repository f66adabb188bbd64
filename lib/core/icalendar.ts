import { wallTimeOf } from "./dates.ts";
import { timeZoneLines } from "./vtimezone.ts";

/**
 * iCalendar (RFC 5545) and what it says between people (iTIP, RFC 5546), as this platform needs them: instants as clocks in their
 * zone show them, with the zone's definition beside them, or in UTC; and whole days. Lines end in CRLF and are folded at 75 octets.
 */

/** Somebody as a calendar names them. */
export type CalendarPerson = { readonly name: string; readonly email: string };

/** An entry of a calendar. `stamp` is when it was last changed, or is given out. */
export type CalendarEntry = {
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: Date;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly cancelled?: boolean;
  /** Who invites and who is invited: one person only, nobody is shown who else is. */
  readonly invitation?: {
    readonly organizer: CalendarPerson;
    readonly attendee: CalendarPerson;
    /** Whether they have to come. */
    readonly required: boolean;
  };
  /** Reminds so many hours before. */
  readonly alarmHours?: number;
  readonly when: /** With `zone` (IANA) as clocks there show it; else in UTC. */
    | { readonly kind: "instant"; readonly startsAt: Date; readonly endsAt: Date; readonly zone?: string }
    /** A whole day `2026-05-13`, wherever the reader is. */
    | { readonly kind: "day"; readonly day: string };
};

const FOLD_OCTETS = 75;

/** TEXT values: backslash, semicolon, comma and line ends are escaped (3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/\\/g, "\\\\")
    .replace(/[;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, "\\n");
}

/** A content line folded so that no line has more than 75 octets, and no character is torn apart (3.1). */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > FOLD_OCTETS) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}

/** `20260513T070000Z`. */
function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** Whether clocks in `zone` show this time twice that day: the instant before or after by a clock change looks the same. */
function isShownTwice(instant: Date, zone: string): boolean {
  const shown = wallTimeOf(instant, zone);
  return [-60, -30, 30, 60].some(
    (minutes) => wallTimeOf(new Date(instant.getTime() + minutes * 60_000), zone) === shown,
  );
}

/**
 * The zone an entry is written in: none where a clock change shows one of its times twice. A local time then means the first
 * (3.3.5), but programs differ, ical.js among them; in UTC there is one reading.
 */
function zoneOf({ when }: CalendarEntry): string | undefined {
  if (when.kind !== "instant" || !when.zone) return undefined;
  const { startsAt, endsAt, zone } = when;
  return isShownTwice(startsAt, zone) || isShownTwice(endsAt, zone) ? undefined : zone;
}

/** `20260513T090000`, as clocks in `zone` show it. */
const local = (instant: Date, zone: string) => `${wallTimeOf(instant, zone).replace(/[-:]/g, "")}00`;

function period(entry: CalendarEntry): string[] {
  const { when } = entry;
  if (when.kind === "instant") {
    const { startsAt, endsAt } = when;
    const zone = zoneOf(entry);
    if (zone)
      return [`DTSTART;TZID=${zone}:${local(startsAt, zone)}`, `DTEND;TZID=${zone}:${local(endsAt, zone)}`];
    return [`DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`];
  }
  const next = new Date(Date.parse(`${when.day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const day = (text: string) => text.replace(/-/g, "");
  return [`DTSTART;VALUE=DATE:${day(when.day)}`, `DTEND;VALUE=DATE:${day(next)}`, "TRANSP:TRANSPARENT"];
}

/** A parameter's value, always quoted, without what cannot stand inside quotes (3.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const quoted = (text: string) => `"${text.replace(/["\u0000-\u001f\u007f]/g, " ").trim()}"`;

function peopleLines({ invitation, cancelled }: CalendarEntry): string[] {
  if (!invitation) return [];
  const { organizer, attendee, required } = invitation;
  const asked = cancelled ? "" : ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE";
  return [
    `ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.email}`,
    `ATTENDEE;CN=${quoted(attendee.name)};CUTYPE=INDIVIDUAL;ROLE=${required ? "REQ" : "OPT"}-PARTICIPANT${asked}:mailto:${attendee.email}`,
  ];
}

function entryLines(entry: CalendarEntry): string[] {
  const { description, location, url, alarmHours } = entry;
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    `SEQUENCE:${entry.sequence}`,
    ...period(entry),
    `SUMMARY:${escaped(entry.summary)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...peopleLines(entry),
    ...(entry.cancelled ? ["STATUS:CANCELLED"] : entry.invitation ? ["STATUS:CONFIRMED"] : []),
    ...(alarmHours
      ? [
          "BEGIN:VALARM",
          "ACTION:DISPLAY",
          `DESCRIPTION:${escaped(entry.summary)}`,
          `TRIGGER:-PT${alarmHours}H`,
          "END:VALARM",
        ]
      : []),
    "END:VEVENT",
  ];
}

/** The definitions of every zone that the entries use, each once. */
function zoneLines(entries: readonly CalendarEntry[]): string[] {
  const instants = new Map<string, Date[]>();
  for (const entry of entries) {
    const zone = zoneOf(entry);
    if (zone && entry.when.kind === "instant")
      instants.set(zone, [...(instants.get(zone) ?? []), entry.when.startsAt, entry.when.endsAt]);
  }
  return [...instants].flatMap(([zone, times]) => {
    const sorted = times.map(Number).sort((a, b) => a - b);
    return timeZoneLines(zone, new Date(sorted[0] ?? 0), new Date(sorted.at(-1) ?? 0));
  });
}

function render(head: readonly string[], entries: readonly CalendarEntry[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Praksis//Praksis//DA",
    "CALSCALE:GREGORIAN",
    ...head,
    ...zoneLines(entries),
    ...entries.flatMap(entryLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** A calendar named `name` with these entries, to be published and read again every hour (METHOD:PUBLISH); ends in CRLF. */
export function renderCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const head = [
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    `NAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
  ];
  return render(head, entries);
}

/** What an invitation asks of a calendar: to take the entry in or over, or to take it away. */
export type SchedulingMethod = "REQUEST" | "CANCEL";

/** One entry as a message to the person invited to it (RFC 5546 3.2.2 and 3.2.5); the entry has an `invitation`. Ends in CRLF. */
export function renderInvitation(entry: CalendarEntry): { method: SchedulingMethod; content: string } {
  const method = entry.cancelled ? "CANCEL" : "REQUEST";
  return { method, content: render([`METHOD:${method}`], [entry]) };
}
