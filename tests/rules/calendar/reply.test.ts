import { describe, expect, it } from "vitest";
import { isOutdated, supersedes } from "@/lib/calendar/rules/answering";
import { parseReply } from "@/lib/calendar/rules/reply";

/** As Outlook writes an acceptance: a zone under its own name, parameters folded in the middle, upper-case address. */
const outlook = [
  "BEGIN:VCALENDAR",
  "METHOD:REPLY",
  "PRODID:Microsoft Exchange Server 2010",
  "VERSION:2.0",
  "BEGIN:VTIMEZONE",
  "TZID:Romance Standard Time",
  "BEGIN:STANDARD",
  "DTSTART:16010101T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
  "END:STANDARD",
  "END:VTIMEZONE",
  "BEGIN:VEVENT",
  'ATTENDEE;PARTSTAT=ACCEPTED;CN="Overgaard; Mette: leder":mailto:Mette.Over',
  " gaard@Odense.example",
  "COMMENT;LANGUAGE=da-DK:\\n",
  "UID:0190b6c0-0000-7000-8000-000000",
  "\t000003",
  "SUMMARY;LANGUAGE=da-DK:Accepteret: Tema: mod; og vilje",
  "DTSTART;TZID=Romance Standard Time:20270513T090000",
  "DTEND;TZID=Romance Standard Time:20270513T160000",
  "SEQUENCE:2",
  "X-MICROSOFT-CDO-APPT-SEQUENCE:2",
  "BEGIN:VALARM",
  "TRIGGER;RELATED=START:-PT15M",
  "ACTION:DISPLAY",
  "END:VALARM",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
];
const expected = {
  uid: "0190b6c0-0000-7000-8000-000000000003",
  sequence: 2,
  attendees: [{ email: "mette.overgaard@odense.example", answer: "accepted" }],
};
const text = outlook.join("\r\n");
const with_ = (from: string | RegExp, to: string) => parseReply(text.replace(from, to));

describe("an answer from a calendar program", () => {
  it("is read as Outlook writes it", () => expect(parseReply(text)).toEqual(expected));

  it.each([
    ["bare line feeds", outlook.join("\n")],
    ["bare carriage returns", outlook.join("\r")],
    [
      "a byte order mark and names in small letters",
      `\ufeff${text.replace("METHOD", "method").replace("UID:", "uid:")}`,
    ],
    [
      "folding after every 20 characters",
      outlook
        .map((line) => line.replace(/^[ \t]/, "≡$&"))
        .join("\r\n")
        .replace(/\r\n≡[ \t]/g, "")
        .replace(/.{20}/g, "$&\r\n "),
    ],
  ])("is read with %s", (_, variant) => expect(parseReply(variant)).toEqual(expected));

  it.each([
    ["DECLINED", "declined"],
    ["TENTATIVE", "tentative"],
    ["accepted", "accepted"],
  ])("says %s", (partstat, answer) =>
    expect(with_("PARTSTAT=ACCEPTED", `PARTSTAT=${partstat}`)?.attendees[0]?.answer).toBe(answer),
  );

  it.each([
    ["an invitation", /METHOD:REPLY/, "METHOD:REQUEST"],
    ["a counter proposal", /METHOD:REPLY/, "METHOD:COUNTER"],
    ["a delegation", /PARTSTAT=ACCEPTED/, "PARTSTAT=DELEGATED"],
    ["no answer at all", /PARTSTAT=ACCEPTED;/, ""],
    ["no UID", /UID:/, "X-UID:"],
    ["no event", /VEVENT/g, "VTODO"],
    ["a sequence that is none", /SEQUENCE:2/, "SEQUENCE:-1"],
    ["no address", /mailto:Mette\.Over\r\n gaard@Odense\.example/, "invalid:nomail"],
  ])("is none: %s", (_, from, to) => expect(with_(from, to)).toBeNull());

  it("takes SEQUENCE 0 where none is said", () => expect(with_("\r\nSEQUENCE:2", "")?.sequence).toBe(0));

  it("does not hang on hostile text", () => {
    const started = performance.now();
    for (const hostile of [
      '"'.repeat(300_000),
      ";".repeat(300_000),
      "\r\n ".repeat(100_000),
      ":".repeat(300_000),
    ])
      expect(parseReply(hostile)).toBeNull();
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("which answer counts", () => {
  const earlier = { sequence: 2, answeredAt: new Date() };
  it.each([
    [0, null, true],
    [1, earlier, false],
    [2, earlier, true],
    [3, earlier, true],
  ])("one to SEQUENCE %s after %j: %s", (sequence, before, counts) =>
    expect(supersedes({ sequence }, before)).toBe(counts),
  );
  it("one before the last change says nothing any more", () => {
    expect(isOutdated({ sequence: 1 }, 2)).toBe(true);
    expect(isOutdated({ sequence: 2 }, 2)).toBe(false);
  });
});
