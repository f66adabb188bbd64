import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/calendar/replies/route";
import { anonymous } from "@/lib/auth/acting";
import { asSystem } from "@/lib/auth/system";
import { answerInvitationAction } from "@/lib/calendar/actions";
import { takeReply } from "@/lib/calendar/commands/take-reply";
import { listSessionAnswers } from "@/lib/calendar/queries/list-session-answers";
import { pairId, signedToken } from "@/lib/core/signed-link";
import type { PrismaClient } from "@/lib/db/generated/client";
import { sendNotices } from "@/lib/jobs/send-notices";
import { takeInboundMail } from "@/lib/mail/take-inbound";
import { makePerson } from "../../factories/people";
import { actingAs } from "../../factories/sign-in";
import { testDatabase } from "../../setup/database";
import { makeProviderStage, type ProviderStage, said } from "../cohorts/provider-stage";
import { mailsTo, makeSomebodyInvited } from "./invited-stage";
import { outlookMail } from "./outlook-mail";

/** What the gateway proves itself with; none where it is empty. */
const gateway = vi.hoisted(() => ({ key: "" }));
vi.mock("@/lib/core/env", async (original) => {
  const env = await original<typeof import("@/lib/core/env")>();
  return { ...env, settings: () => ({ ...env.settings(), inboundMailKey: gateway.key || undefined }) };
});

const secret = process.env.PRAKSIS_SECRET ?? "";
let client: PrismaClient;
let stage: ProviderStage;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
});
const somebodyInvited = () => makeSomebodyInvited(client, stage);

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
    const [invitation] = await mailsTo(client, person.email);
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

describe("the address where a mail gateway hands in what arrives", () => {
  const key = "a-key-of-at-least-thirty-two-characters";
  const handIn = async (body: Uint8Array, authorization = `Bearer ${key}`) => {
    const request = new Request("https://praksis.example.org/api/calendar/replies", {
      method: "POST",
      headers: { "Content-Type": "message/rfc822", Authorization: authorization },
      body: body.slice(),
    });
    const { status, headers } = await POST(request);
    return [status, headers.get("x-outcome")];
  };

  it("is not there without a key, and closed to who does not have it", async () => {
    gateway.key = "";
    expect(await handIn(Buffer.from("x"))).toEqual([404, null]);
    gateway.key = key;
    for (const wrong of ["", "Bearer", `Bearer ${key}x`, `Basic ${key}`])
      expect(await handIn(Buffer.from("x"), wrong)).toEqual([401, null]);
  });

  it("records an answer, and takes whatever else arrives without bouncing it", async () => {
    gateway.key = key;
    const { person, session } = await somebodyInvited();
    const mail = outlookMail(session.icalUid, person.email, person.email, "", "DECLINED");
    expect(await handIn(mail)).toEqual([204, "recorded"]);
    const recorded = await client.calendarAnswer.findMany({ where: { sessionId: session.id } });
    expect(recorded).toMatchObject([{ answer: "declined", channel: "mail", personId: person.id }]);
    expect(await handIn(Buffer.from("Subject: Ude af kontoret\r\n\r\nJeg er tilbage mandag."))).toEqual([
      204,
      "not-a-reply",
    ]);
    expect(await handIn(Buffer.alloc(1024 * 1024 + 1, "a"))).toEqual([413, null]);
  });
});
