import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { Acting } from "@/lib/auth/acting";
import { asSystem } from "@/lib/auth/system";
import { makeFeedAction, revokeFeedAction } from "@/lib/calendar/actions";
import { findDueNotices, sendNotice } from "@/lib/calendar/commands/send-notice";
import { getFeed } from "@/lib/calendar/queries/get-feed";
import { getMyFeed } from "@/lib/calendar/queries/get-my-feed";
import { listSessionAnswers } from "@/lib/calendar/queries/list-session-answers";
import { signedToken } from "@/lib/core/signed-link";
import type { PrismaClient } from "@/lib/db/generated/client";
import { sendNotices } from "@/lib/jobs/send-notices";
import { renderMail } from "@/lib/mail/render-mail";
import { editSessionAction } from "@/lib/sessions/actions";
import { makeSession } from "../../factories/cohorts";
import { actingAs, actorOf } from "../../factories/sign-in";
import { testDatabase } from "../../setup/database";
import { makeProviderStage, type ProviderStage, said, sessionValues } from "../cohorts/provider-stage";
import { makeSomebodyInvited, mailsTo as outboxTo } from "./invited-stage";

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

const somebodyInvited = (options?: { locale?: "da" | "sv" | "en" }) =>
  makeSomebodyInvited(client, stage, options);
const mailsTo = (email: string) => outboxTo(client, email);
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
    expect(event(last.calendar[0]?.content ?? "")).toMatchObject({
      method: "CANCEL",
      uid: session.icalUid,
      sequence: session.sequence + 1,
    });
    expect(await client.session.findUniqueOrThrow({ where: { id: session.id } })).toMatchObject({
      sequence: session.sequence + 1,
      version: session.version,
    });
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

  it("are taken back from who no longer teaches under a higher SEQUENCE; what others answered stays good until it moves", async () => {
    const { cohort, person } = await somebodyInvited();
    const [teacher] = stage.facilitators;
    const at = { cohortId: cohort.id, startsAt: new Date("2031-05-14T07:00:00Z"), hours: 7 };
    const session = await makeSession(client, { ...at, facilitatorIds: [teacher.id] });
    await client.calendarAnswer.create({
      data: {
        sessionId: session.id,
        personId: person.id,
        answer: "accepted",
        channel: "mail",
        sequence: 0,
        answeredAt: new Date(),
      },
    });
    const edit = async (values: Record<string, unknown>) => {
      const { version } = await client.session.findUniqueOrThrow({ where: { id: session.id } });
      const given = { ...sessionValues, sessionId: session.id, version: String(version), ...values };
      expect(await said(client, editSessionAction, stage.actor, given)).toBe("done");
    };
    const staff = await actingAs(client, stage.staff.id, "session.manage");
    const outdated = async () => (await listSessionAnswers(staff, session.id)).map((each) => each.outdated);
    await edit({});
    const { calendar } = await rendered((await mailsTo(teacher.email)).at(-1));
    expect(event(calendar[0]?.content ?? "")).toMatchObject({
      method: "CANCEL",
      uid: session.icalUid,
      sequence: session.sequence + 1,
    });
    expect(await mailsTo(person.email), "nobody else is told").toEqual([]);
    expect(await outdated()).toEqual([false]);
    await edit({ facilitatorIds: [teacher.id] });
    const back = await rendered((await mailsTo(teacher.email)).at(-1));
    expect(event(back.calendar[0]?.content ?? "")).toMatchObject({
      method: "REQUEST",
      sequence: session.sequence + 2,
    });
    expect(await outdated()).toEqual([false]);
    await edit({ facilitatorIds: [teacher.id], day: "2031-05-15" });
    expect(await outdated()).toEqual([true]);
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
