import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import { type Acting, anonymous } from "@/lib/auth/acting";
import { asSystem } from "@/lib/auth/system";
import { answerInvitationAction, makeFeedAction, revokeFeedAction } from "@/lib/calendar/actions";
import { findDueNotices, sendNotice } from "@/lib/calendar/commands/send-notice";
import { takeReply } from "@/lib/calendar/commands/take-reply";
import { getFeed } from "@/lib/calendar/queries/get-feed";
import { getMyFeed } from "@/lib/calendar/queries/get-my-feed";
import { listSessionAnswers } from "@/lib/calendar/queries/list-session-answers";
import { pairId, signedToken } from "@/lib/core/signed-link";
import type { PrismaClient } from "@/lib/db/generated/client";
import { sendNotices } from "@/lib/jobs/send-notices";
import { renderMail } from "@/lib/mail/render-mail";
import { takeInboundMail } from "@/lib/mail/take-inbound";
import { editSessionAction } from "@/lib/sessions/actions";
import { makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makePerson } from "../../factories/people";
import { actingAs, actorOf } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { testDatabase } from "../../setup/database";
import {
  makeProviderStage,
  type ProviderStage,
  said,
  sessionValues,
  stageCohort,
} from "../cohorts/provider-stage";

const secret = process.env.PRAKSIS_SECRET ?? "";
const settings = {
  publicUrl: "https://praksis.example.org",
  secret,
  mailFrom: "Praksis <praksis@example.org>",
};
const nobody: Acting = { personId: null, permission: "calendar.read", role: "anonymous", grants: [] };
let client: PrismaClient;
let stage: ProviderStage;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
});

/** Somebody on an open cohort with a session to come, who is known to have been told nothing yet. */
async function somebodyInvited(options: { locale?: "da" | "sv" | "en" } = {}) {
  const cohort = await stageCohort(client, stage, { state: "open" });
  const person = await makePerson(client, options);
  const session = await makeSession(client, { cohortId: cohort.id, startsAt: inDays(200) });
  const enrolment = await makeEnrolment(client, {
    cohortId: cohort.id,
    personId: person.id,
    state: "reserved",
  });
  return { cohort, person, session, enrolment };
}
const mailsTo = (email: string) =>
  client.outboxMail.findMany({ where: { toEmail: email }, orderBy: { createdAt: "asc" } });
const rendered = async (row: Awaited<ReturnType<typeof mailsTo>>[number] | undefined) => {
  if (!row) throw new Error("no mail");
  return renderMail(row, settings);
};
const event = (content: string) => {
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const found = calendar.getFirstSubcomponent("vevent");
  const value = (name: string) => String(found?.getFirstPropertyValue(name) ?? "");
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: value("uid"),
    sequence: Number(value("sequence")),
    attendee: value("attendee"),
  };
};

describe("the private feed", () => {
  it("is read by whoever has its address, until it is replaced or ended", async () => {
    const { person, session } = await somebodyInvited();
    const actor = await actorOf(client, person.id);
    const own = async () => {
      const acting = await actingAs(client, person.id, "calendar.manage");
      return (await getMyFeed(acting, secret))?.token ?? "";
    };
    const uids = async (token: string) =>
      (await getFeed(nobody, token, settings.publicUrl, new Date()))?.entries.map(({ uid }) => uid) ?? null;

    expect(await said(client, makeFeedAction, actor, {})).toBe("done");
    const first = await own();
    expect(await uids(first)).toEqual([session.icalUid]);
    const stored = await client.calendarFeed.findFirstOrThrow({ where: { personId: person.id } });
    expect(JSON.stringify(stored)).not.toContain(first.split(".")[1]);

    expect(await said(client, makeFeedAction, actor, {})).toBe("done");
    const second = await own();
    expect([await uids(first), await uids(second)]).toEqual([null, [session.icalUid]]);

    expect(await said(client, revokeFeedAction, actor, {})).toBe("done");
    expect(await uids(second)).toBeNull();
    expect(await said(client, revokeFeedAction, actor, {})).toBe("calendar.noFeed");
  });

  it("stays closed to a guess, to another's token, and when the account is closed", async () => {
    const { person } = await somebodyInvited();
    const actor = await actorOf(client, person.id);
    await said(client, makeFeedAction, actor, {});
    const acting = await actingAs(client, person.id, "calendar.manage");
    const token = (await getMyFeed(acting, secret))?.token ?? "";
    const reads = (given: string) => getFeed(nobody, given, settings.publicUrl, new Date());
    expect(await reads(`${token}x`)).toBeNull();
    expect(await reads(signedToken("feed", person.id, secret))).toBeNull();
    await client.person.update({ where: { id: person.id }, data: { closedAt: new Date() } });
    expect(await reads(token)).toBeNull();
  });
});

describe("invitations", () => {
  it("go once to whoever comes, and are taken back once when they are off", async () => {
    const { person, session, enrolment } = await somebodyInvited({ locale: "sv" });
    await sendNotices(client, new Date());
    await sendNotices(client, new Date());
    const [invited, ...more] = await mailsTo(person.email);
    expect(more).toEqual([]);
    const mail = await rendered(invited);
    expect(mail.subject).toContain("Dina träffar");
    expect(mail.calendar.map(({ content }) => event(content))).toEqual([
      {
        method: "REQUEST",
        uid: session.icalUid,
        sequence: session.sequence,
        attendee: `mailto:${person.email}`,
      },
    ]);

    await client.seat.deleteMany({ where: { enrolmentId: enrolment.id } });
    await client.enrolment.update({
      where: { id: enrolment.id },
      data: { state: "withdrawn", endedAt: new Date(), endReason: "Flyttet" },
    });
    await sendNotices(client, new Date());
    await sendNotices(client, new Date());
    const mails = await mailsTo(person.email);
    expect(mails.map(({ template }) => template)).toEqual(["sessions-invited", "sessions-withdrawn"]);
    const last = await rendered(mails[1]);
    expect(event(last.calendar[0]?.content ?? "")).toMatchObject({ method: "CANCEL", uid: session.icalUid });
  });

  it("go once when two machines run the job at the same time; without the row they would go twice", async () => {
    const { person, enrolment } = await somebodyInvited();
    await Promise.all(
      [1, 2, 3, 4].map(() => asSystem(client, new Date(), (work) => sendNotice(work, enrolment.id))),
    );
    expect(await mailsTo(person.email)).toHaveLength(1);
    // The control: the same four runs, each finding that nothing was noted.
    for (let run = 0; run < 2; run++) {
      await client.enrolmentNotice.delete({ where: { enrolmentId: enrolment.id } });
      await asSystem(client, new Date(), (work) => sendNotice(work, enrolment.id));
    }
    expect(await mailsTo(person.email)).toHaveLength(3);
  });

  it("are brought up to date when a session moves: the same UID, a higher SEQUENCE, in the mail that tells of it", async () => {
    const { cohort, person, session } = await somebodyInvited();
    const { version } = await client.session.findUniqueOrThrow({ where: { id: session.id } });
    const values = { ...sessionValues, theme: session.theme, day: "2031-06-04" };
    expect(
      await said(client, editSessionAction, stage.actor, {
        sessionId: session.id,
        version: String(version),
        ...values,
      }),
    ).toBe("done");
    const [mail] = await mailsTo(person.email);
    const { calendar, links } = await rendered(mail);
    expect(event(calendar[0]?.content ?? "")).toEqual({
      method: "REQUEST",
      uid: session.icalUid,
      sequence: session.sequence + 1,
      attendee: `mailto:${person.email}`,
    });
    expect(links.some((link) => link.includes("/invitation/"))).toBe(true);
    expect(cohort.id).toBeTruthy();
  });

  it("leave those in peace whom nothing is due", async () => {
    const { enrolment } = await somebodyInvited();
    await sendNotices(client, new Date());
    expect(await asSystem(client, new Date(), (work) => findDueNotices(work, 500))).not.toContain(
      enrolment.id,
    );
  });
});

describe("answers", () => {
  const answers = (sessionId: string) => client.calendarAnswer.findMany({ where: { sessionId } });
  const link = (sessionId: string, personId: string) =>
    signedToken("calendar", pairId(sessionId, personId), secret);

  it("by link are the newest one, and staff see them", async () => {
    const { person, session } = await somebodyInvited();
    const token = link(session.id, person.id);
    const answer = async (answer: string) =>
      said(client, answerInvitationAction, anonymous, { token, answer });
    expect([await answer("accepted"), await answer("declined")]).toEqual(["done", "done"]);
    expect(await answers(session.id)).toMatchObject([
      { answer: "declined", channel: "link", personId: person.id },
    ]);
    const staff = await actingAs(client, stage.staff.id, "session.manage");
    expect(await listSessionAnswers(staff, session.id)).toMatchObject([
      { name: person.name, answer: "declined" },
    ]);
  });

  it("by link are refused for a forged link, a stranger, and once it is over or cancelled", async () => {
    const { person, session } = await somebodyInvited();
    const stranger = await makePerson(client);
    const say = async (token: string) =>
      said(client, answerInvitationAction, anonymous, { token, answer: "accepted" });
    expect(await say(`${link(session.id, person.id)}x`)).toBe("notFound");
    expect(await say(link(session.id, stranger.id))).toBe("notFound");
    expect(await say(signedToken("approval", pairId(session.id, person.id), secret))).toBe("notFound");
    await client.session.update({ where: { id: session.id }, data: { state: "cancelled" } });
    expect(await say(link(session.id, person.id))).toBe("invitation.cancelled");
    expect(await answers(session.id)).toEqual([]);
  });

  /** A mail in the shape of Outlook's: the answer as base64 in an alternative, beside text and HTML. */
  const outlookMail = (
    uid: string,
    attendee: string,
    from: string,
    inReplyTo = "",
    partstat = "ACCEPTED",
  ) => {
    const ics = `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT=${partstat};CN=Me\r\n tte:mailto:${attendee}\r\nUID:${uid}\r\nSEQUENCE:0\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const lines = [
      `From: "Mette" <${from}>`,
      "To: Praksis <praksis@example.org>",
      "Subject: =?iso-8859-1?Q?Accepteret=3A_M=F8de?=",
      ...(inReplyTo ? [`In-Reply-To: ${inReplyTo}`, `References: <other@x.example>`, ` ${inReplyTo}`] : []),
      "MIME-Version: 1.0",
      'Content-Type: multipart/alternative; boundary="_000_AM0"',
      "",
      "--_000_AM0",
      'Content-Type: text/plain; charset="iso-8859-1"',
      "",
      "",
      "--_000_AM0",
      'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
      "Content-Transfer-Encoding: base64",
      "",
      ...(Buffer.from(ics)
        .toString("base64")
        .match(/.{1,76}/g) ?? []),
      "",
      "--_000_AM0--",
      "",
    ];
    return Buffer.from(lines.join("\r\n"));
  };

  it("by mail are recorded as Outlook sends them", async () => {
    const { person, session } = await somebodyInvited();
    const mail = outlookMail(session.icalUid, person.email.toUpperCase(), person.email);
    expect(await takeInboundMail(mail, new Date())).toBe("recorded");
    expect(await answers(session.id)).toMatchObject([
      { answer: "accepted", channel: "mail", personId: person.id },
    ]);
  });

  it("from another address are known by the invitation they answer to", async () => {
    const { person, session } = await somebodyInvited();
    await sendNotices(client, new Date());
    const [invitation] = await mailsTo(person.email);
    const alias = "mette.alias@elsewhere.example";
    const without = outlookMail(session.icalUid, alias, alias);
    expect(await takeInboundMail(without, new Date())).toBe("unknown");
    const mail = outlookMail(session.icalUid, alias, alias, invitation?.messageId, "TENTATIVE");
    expect(await takeInboundMail(mail, new Date())).toBe("recorded");
    expect(await answers(session.id)).toMatchObject([{ answer: "tentative", personId: person.id }]);
  });

  it("for somebody else, of a stranger, or to nothing are not", async () => {
    const { person, session } = await somebodyInvited();
    const other = await makePerson(client);
    const take = (mail: Buffer) => takeInboundMail(mail, new Date());
    expect(await take(outlookMail(session.icalUid, person.email, other.email))).toBe("unknown");
    expect(await take(outlookMail(session.icalUid, other.email, other.email))).toBe("unknown");
    expect(await take(outlookMail("no-such-uid", person.email, person.email))).toBe("unknown");
    expect(await take(Buffer.from("From: a@b.example\r\n\r\nHej"))).toBe("not-a-reply");
    expect(await take(Buffer.alloc(20_000, 0xff))).toBe("not-a-reply");
    expect(await answers(session.id)).toEqual([]);
  });

  it("to an older plan do not undo a newer answer", async () => {
    const { person, session } = await somebodyInvited();
    await client.session.update({ where: { id: session.id }, data: { sequence: 3 } });
    const token = link(session.id, person.id);
    await said(client, answerInvitationAction, anonymous, { token, answer: "declined" });
    const reply = {
      uid: session.icalUid,
      sequence: 1,
      attendees: [{ email: person.email, answer: "accepted" as const }],
    };
    const outcome = await asSystem(client, new Date(), (work) =>
      takeReply(work, { reply, from: person.email, answersTo: [] }),
    );
    expect(outcome).toBe("outdated");
    expect(await answers(session.id)).toMatchObject([{ answer: "declined", sequence: 3 }]);
  });
});
