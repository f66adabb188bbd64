import { spawnSync } from "node:child_process";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { instantOf } from "@/lib/core/dates";
import { type CalendarEntry, renderCalendar, renderInvitation } from "@/lib/core/icalendar";

const zones = ["Europe/Copenhagen", "Europe/Stockholm"] as const;
const stamp = new Date("2026-01-01T12:00:00Z");

function entry(wall: string, zone: string, hours = 2): CalendarEntry {
  const starts = instantOf(wall, zone);
  if (!starts.ok) throw new Error(starts.refusal.code);
  const startsAt = starts.value;
  return {
    uid: `${wall}-${zone}`,
    sequence: 4,
    stamp,
    summary: "Mødegang: mod, vilje; og «æøå» – et langt tema, der skal foldes",
    location: "Læringshuset\nOdense",
    when: { kind: "instant", startsAt, endsAt: new Date(startsAt.getTime() + hours * 3_600_000), zone },
  };
}

/** What ical.js makes of it; its strict mode throws on anything that is not RFC 5545. */
function read(text: string) {
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const start = component.getFirstPropertyValue("dtstart") as InstanceType<typeof ICAL.Time>;
    const end = component.getFirstPropertyValue("dtend") as InstanceType<typeof ICAL.Time>;
    return {
      component,
      start: start.toJSDate().toISOString(),
      end: end.toJSDate().toISOString(),
      zone: start.zone.tzid,
    };
  });
  ICAL.TimezoneService.reset();
  return { calendar, events };
}

/** Around both clock changes of 2026 and 2027, the hour that is shown twice among them. */
const walls = [
  "2026-03-28T23:30",
  "2026-03-29T01:59",
  "2026-03-29T03:00",
  "2026-03-29T09:00",
  "2026-07-01T09:00",
  "2026-10-24T09:00",
  "2026-10-25T01:30",
  "2026-10-25T02:30",
  "2026-10-25T03:30",
  "2026-10-25T09:00",
  "2026-12-01T09:00",
  "2027-03-28T03:00",
  "2027-10-31T02:00",
];

describe.each(zones)("ical.js, strictly, in %s", (zone) => {
  it.each(walls)("sees the instant of %s", (wall) => {
    const one = entry(wall, zone);
    if (one.when.kind !== "instant") throw new Error("no instant");
    const { events } = read(renderCalendar("Hold", [one]));
    expect(events[0]).toMatchObject({
      start: one.when.startsAt.toISOString(),
      end: one.when.endsAt.toISOString(),
    });
  });

  it("sees every instant of ten years", () => {
    const minutes = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2034, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 15, max: 600 }), (start, length) => {
        const startsAt = new Date(start * 60_000);
        const endsAt = new Date(startsAt.getTime() + length * 60_000);
        const text = renderCalendar("x", [
          { uid: "u", sequence: 0, stamp, summary: "s", when: { kind: "instant", startsAt, endsAt, zone } },
        ]);
        expect(read(text).events[0]).toMatchObject({
          start: startsAt.toISOString(),
          end: endsAt.toISOString(),
        });
      }),
      { numRuns: 150 },
    );
  });
});

it("defines its zone with both transitions, and names it as it is", () => {
  const { calendar, events } = read(renderCalendar("Hold", [entry("2026-07-01T09:00", "Europe/Copenhagen")]));
  expect(events[0]?.zone).toBe("Europe/Copenhagen");
  const zone = calendar.getFirstSubcomponent("vtimezone");
  expect(zone?.getFirstPropertyValue("tzid")).toBe("Europe/Copenhagen");
  expect(["standard", "daylight"].map((part) => zone?.getAllSubcomponents(part).length)).toEqual([1, 1]);
});

it("is right in zones with other rules too", () => {
  for (const zone of ["America/New_York", "Asia/Tokyo", "Africa/Casablanca"]) {
    const one = entry("2026-05-13T09:00", zone);
    if (one.when.kind !== "instant") throw new Error("no instant");
    expect(read(renderCalendar("x", [one])).events[0]?.start).toBe(one.when.startsAt.toISOString());
  }
});

describe("an invitation", () => {
  const invitation = {
    organizer: { name: "COK; uddannelse", email: "praksis@example.org" },
    attendee: { name: 'Bodil "Bo" Ærø', email: "bodil@odense.example" },
    required: true,
  };
  const one = { ...entry("2026-05-13T09:00", "Europe/Copenhagen"), invitation };

  it("asks one person, from one organizer", () => {
    const { method, content } = renderInvitation(one);
    const { calendar, events } = read(content);
    expect([method, calendar.getFirstPropertyValue("method")]).toEqual(["REQUEST", "REQUEST"]);
    const [event] = events;
    expect(event?.component.getFirstPropertyValue("organizer")).toBe("mailto:praksis@example.org");
    const attendee = event?.component.getFirstProperty("attendee");
    expect(attendee?.getFirstValue()).toBe("mailto:bodil@odense.example");
    expect(["partstat", "rsvp", "role", "cn"].map((name) => attendee?.getFirstParameter(name))).toEqual([
      "NEEDS-ACTION",
      "TRUE",
      "REQ-PARTICIPANT",
      "Bodil  Bo  Ærø",
    ]);
    expect(event?.component.getFirstPropertyValue("sequence")).toBe(4);
  });

  it("is taken back under the same UID with STATUS:CANCELLED", () => {
    const { method, content } = renderInvitation({ ...one, cancelled: true, sequence: 5 });
    const [event] = read(content).events;
    expect(method).toBe("CANCEL");
    expect(["uid", "sequence", "status"].map((name) => event?.component.getFirstPropertyValue(name))).toEqual(
      [one.uid, 5, "CANCELLED"],
    );
  });
});

/** Debian's reader; skipped, and counted so, where it is not installed. */
const python = ["/usr/bin/python3", "python3"].find(
  (path) => spawnSync(path, ["-c", "import icalendar"], { stdio: "ignore" }).status === 0,
);

describe.skipIf(!python)("Debian's python3-icalendar", () => {
  it("sees the same instants, with no other knowledge of zones than the file's own", () => {
    const entries = zones.flatMap((zone) => walls.map((wall) => entry(wall, zone)));
    const script = [
      "import sys,json,icalendar,datetime",
      "c=icalendar.Calendar.from_ical(sys.stdin.buffer.read())",
      "tz={str(t['TZID']):t.to_tz() for t in c.walk('VTIMEZONE')}",
      "def at(p):",
      "  d=p.dt; z=p.params.get('TZID')",
      "  if z: d=tz[z].localize(d.replace(tzinfo=None),is_dst=True) if hasattr(tz[z],'localize') else d.replace(tzinfo=tz[z])",
      "  return d.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%S.000Z')",
      "print(json.dumps([[str(e['UID']),at(e['DTSTART']),at(e['DTEND'])] for e in c.walk('VEVENT')]))",
    ].join("\n");
    const run = spawnSync(python ?? "", ["-c", script], {
      input: renderCalendar("Hold", entries),
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    expect(JSON.parse(run.stdout)).toEqual(
      entries.map(({ uid, when }) =>
        when.kind === "instant" ? [uid, when.startsAt.toISOString(), when.endsAt.toISOString()] : [],
      ),
    );
  });
});
