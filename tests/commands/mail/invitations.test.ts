import ICAL from "ical.js";
import PostalMime, { type Attachment } from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MailParams } from "@/lib/mail/mail-params";
import { renderMail } from "@/lib/mail/render-mail";
import type { SessionNews } from "@/lib/mail/session-mails";
import { type MailTransport, smtpTransport } from "@/lib/mail/transport";
import { type MailServer, startMailServer } from "./mail-server";

/** Invitations, updates and cancellations as a server takes them, opened by readers that are not ours: postal-mime and ical.js. */

const from = "Praksis <praksis@example.org>";
const settings = {
  publicUrl: "https://praksis.example.org",
  secret: "only-for-tests-0123456789-abcdefghijklmnop",
  mailFrom: from,
};
const personId = "0190b6c0-0000-7000-8000-000000000009";
let server: MailServer;
let transport: MailTransport;
beforeAll(async () => {
  server = await startMailServer();
  transport = smtpTransport(server.url, from);
});
beforeEach(() => {
  server.taken.length = 0;
});
afterAll(async () => {
  transport.close();
  await server.close();
});

/** A session on the day Danish clocks go back, in the afternoon. */
const news: SessionNews = {
  kind: "added",
  sessionId: "0190b6c0-0000-7000-8000-000000000002",
  uid: "0190b6c0-0000-7000-8000-000000000003@praksis",
  sequence: 0,
  cohort: "Forår; Odense",
  theme: "Mod, tvivl og æbler – på en linje, der er så lang, at den skal foldes mindst én gang",
  startsAt: "2026-10-25T12:00:00.000Z",
  endsAt: "2026-10-25T14:00:00.000Z",
  previousStartsAt: "",
  previousEndsAt: "",
  zone: "Europe/Copenhagen",
  place: "Rådhuset, Odense",
  link: "",
};

type Told = "sessions-invited" | "sessions-changed" | "sessions-withdrawn" | "cohort-cancelled";

/** Sends a mail and gives it back as it came over the wire. */
async function sent<Name extends Told>(template: Name, params: MailParams[Name]): Promise<string> {
  const row = {
    template,
    locale: "da",
    toName: "Per Ærø",
    toEmail: "per@odense.example",
    params,
    sealed: null,
    createdAt: new Date("2026-08-01T08:00:00Z"),
  };
  const messageId = `<${server.taken.length}.test@praksis.example.org>`;
  await transport.send({ ...row, ...(await renderMail(row, settings)), messageId });
  return server.taken.at(-1)?.raw ?? "";
}

/** The parts of a mail for calendars, opened: what the mail says of them, and what stands in them. */
async function calendarsIn(raw: string) {
  const mail = await PostalMime.parse(raw);
  ICAL.design.strict = true;
  const open = (part: Attachment) => {
    const content = part.content;
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
    return {
      type: part.mimeType,
      declared: part.method,
      method: String(calendar.getFirstPropertyValue("method")),
      status: String(event.component.getFirstPropertyValue("status")),
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      startsAt: event.startDate.toJSDate().toISOString(),
      attendee: String(event.component.getFirstPropertyValue("attendee")),
    };
  };
  const events = mail.attachments.map(open);
  return { mail, events };
}

/** The content types of the parts of a mail, in order, down to the leaves. */
const partTypes = (raw: string) =>
  [...raw.replace(/\r\n[ \t]+/g, " ").matchAll(/^Content-Type: ([^\r\n]+)/gim)].map(([, type = ""]) =>
    type.replace(/;\s*boundary=.*/, "").replace(/;\s*name=.*/, ""),
  );

const whose = { cohort: news.cohort, personId, path: "/my/calendar" };
const course = { programme: "Ledelse", cohort: news.cohort, reason: "For få", path: "/programmes" };

describe("one session", () => {
  it("is an alternative of the text, with its method, where Outlook looks for it, and a file beside it", async () => {
    const raw = await sent("sessions-invited", { ...whose, changes: [news] });
    expect(partTypes(raw)).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain; charset=utf-8",
      "text/html; charset=utf-8",
      "text/calendar; charset=utf-8; method=REQUEST",
      "application/ics",
    ]);
    const { mail, events } = await calendarsIn(raw);
    expect(mail.to).toEqual([{ name: "Per Ærø", address: "per@odense.example" }]);
    const asked = {
      method: "REQUEST",
      uid: news.uid,
      sequence: 0,
      summary: news.theme,
      startsAt: news.startsAt,
      attendee: "mailto:per@odense.example",
    };
    expect(events).toMatchObject([{ ...asked, declared: "REQUEST" }, asked]);
  });

  it("that moves is asked for again: the same UID, a higher SEQUENCE, the new instant", async () => {
    const moved: SessionNews = {
      ...news,
      kind: "moved",
      sequence: 1,
      startsAt: "2026-10-26T12:00:00.000Z",
      endsAt: "2026-10-26T14:00:00.000Z",
      previousStartsAt: news.startsAt,
      previousEndsAt: news.endsAt,
    };
    const { events } = await calendarsIn(await sent("sessions-changed", { ...whose, changes: [moved] }));
    expect(events[0]).toMatchObject({
      declared: "REQUEST",
      method: "REQUEST",
      uid: news.uid,
      sequence: 1,
      startsAt: moved.startsAt,
    });
  });

  it.each(["sessions-changed", "sessions-withdrawn", "cohort-cancelled"] as const)(
    "that is cancelled comes as a cancellation in %s",
    async (template) => {
      const cancelled: SessionNews = { ...news, kind: "cancelled", sequence: 2 };
      const raw = await sent(template, { ...course, ...whose, changes: [cancelled] });
      expect(partTypes(raw)).toContain("text/calendar; charset=utf-8; method=CANCEL");
      const { events } = await calendarsIn(raw);
      for (const event of events)
        expect(event).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: news.uid, sequence: 2 });
    },
  );
});

it("brings several sessions as a file each, every one with its method: one message per calendar object", async () => {
  const changes = [0, 1, 2].map(
    (number): SessionNews => ({ ...news, kind: "cancelled", sequence: 1, uid: `${number}@praksis` }),
  );
  const raw = await sent("cohort-cancelled", { ...course, changes, personId });
  const { mail, events } = await calendarsIn(raw);
  expect(mail.text).toContain("De 3 mødegange er vedhæftet som aflysninger");
  expect(events.map(({ uid }) => uid)).toEqual(changes.map(({ uid }) => uid));
  for (const event of events)
    expect(event).toMatchObject({ type: "text/calendar", declared: "CANCEL", method: "CANCEL" });
});

it("is a plain mail to whoever loses no session", async () => {
  const { mail, events } = await calendarsIn(
    await sent("cohort-cancelled", { ...course, changes: [], personId }),
  );
  expect(events).toEqual([]);
  expect(mail.text).not.toContain("vedhæftet");
});
