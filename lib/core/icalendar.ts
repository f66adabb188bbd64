/**
 * iCalendar (RFC 5545) as this platform needs it: instants in UTC, which every reader places right without a VTIMEZONE,
 * and whole days. Lines end in CRLF and are folded at 75 octets.
 */

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
  /** Reminds so many hours before. */
  readonly alarmHours?: number;
  readonly when:
    | { readonly kind: "instant"; readonly startsAt: Date; readonly endsAt: Date }
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

function period({ when }: CalendarEntry): string[] {
  if (when.kind === "instant") return [`DTSTART:${utc(when.startsAt)}`, `DTEND:${utc(when.endsAt)}`];
  const next = new Date(Date.parse(`${when.day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const day = (text: string) => text.replace(/-/g, "");
  return [`DTSTART;VALUE=DATE:${day(when.day)}`, `DTEND;VALUE=DATE:${day(next)}`, "TRANSP:TRANSPARENT"];
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
    ...(entry.cancelled ? ["STATUS:CANCELLED"] : []),
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

/** A calendar named `name` with these entries, to be published (METHOD:PUBLISH); ends in CRLF. */
export function renderCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Praksis//Praksis//DA",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(entryLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
