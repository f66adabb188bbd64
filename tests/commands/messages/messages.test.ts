import { beforeAll, describe, expect, it } from "vitest";
import { asSystem } from "@/lib/auth/system";
import type { PrismaClient } from "@/lib/db/generated/client";
import { sendMessages } from "@/lib/jobs/send-messages";
import { getMessageSheet } from "@/lib/lists/queries/get-message-sheet";
import {
  addReminderAction,
  callOffMessageAction,
  saveTemplateAction,
  sendMessageAction,
} from "@/lib/messages/actions";
import { sendMessage, sendReminder } from "@/lib/messages/commands/send-message";
import { getPreview } from "@/lib/messages/queries/get-preview";
import { listMessages } from "@/lib/messages/queries/list-messages";
import { makeApplication } from "../../factories/applications";
import { makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makePerson } from "../../factories/people";
import { actingAs } from "../../factories/sign-in";
import { HOUR_MS, inDays } from "../../factories/unique";
import { testDatabase } from "../../setup/database";
import { written as rowsOf } from "../../setup/written";
import { makeProviderStage, type ProviderStage, said, stageCohort } from "../cohorts/provider-stage";

let client: PrismaClient;
let stage: ProviderStage;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
});

const none = { subject: "", body: "" };
const texts = {
  da: { subject: "Hej {{name}}", body: "Vi ses på {{cohort}}." },
  sv: { subject: "Hej på dig {{name}}", body: "Vi ses på {{cohort}}." },
  en: none,
};

/** A cohort with two participants, a Dane and a Swede, and a template. */
async function written(wording: object = texts) {
  const cohort = await stageCohort(client, stage, { state: "open" });
  const people = [await makePerson(client), await makePerson(client, { locale: "sv" })] as const;
  for (const { id } of people)
    await makeEnrolment(client, { cohortId: cohort.id, personId: id, state: "reserved" });
  const values = { cohortId: cohort.id, templateId: "", version: "0", name: "Velkomst", texts: wording };
  expect(await said(client, saveTemplateAction, stage.actor, values)).toBe("done");
  const template = await client.messageTemplate.findFirstOrThrow({ where: { cohortId: cohort.id } });
  return { cohort, people, template };
}
type Written = Awaited<ReturnType<typeof written>>;
const send = ({ cohort, template }: Written, rest: object = {}) =>
  said(client, sendMessageAction, stage.actor, {
    cohortId: cohort.id,
    templateId: template.id,
    audience: "participants",
    sessionId: "",
    sendOn: "",
    sendTime: "",
    ...rest,
  });
const mailsTo = (email: string) => client.outboxMail.findMany({ where: { toEmail: email } });
const only = (cohortId: string) => client.message.findFirstOrThrow({ where: { cohortId } });

describe("a template", () => {
  it.each([
    ["an unknown field", { ...texts, da: { subject: "{{navn}}", body: "x" } }, "message.fieldUnknown"],
    ["half a language", { ...texts, en: { subject: "x", body: "" } }, "message.halfWritten"],
    ["no language", { da: none, sv: none, en: none }, "message.noText"],
  ])("with %s is refused", async (_, wording, refusal) => {
    const cohort = await stageCohort(client, stage, { state: "open" });
    const values = { cohortId: cohort.id, templateId: "", version: "0", name: "x", texts: wording };
    expect(await said(client, saveTemplateAction, stage.actor, values)).toBe(refusal);
  });

  it("is shown as a named recipient reads it", async () => {
    const { people, template } = await written();
    const acting = await actingAs(client, stage.staff.id, "cohort.manage");
    expect(await getPreview(acting, template.id, people[1].id, new Date())).toMatchObject({
      locale: "sv",
      subject: `Hej på dig ${people[1].name}`,
    });
  });
});

describe("a message", () => {
  it("goes to each person once, in their language, and the log says whether it arrived", async () => {
    const there = await written();
    expect(await send(there)).toBe("done");
    const [dane, swede] = await Promise.all(there.people.map(({ email }) => mailsTo(email)));
    expect(
      [dane, swede].map((mails) => mails?.map(({ params }) => (params as { subject: string }).subject)),
    ).toEqual([[`Hej ${there.people[0].name}`], [`Hej på dig ${there.people[1].name}`]]);
    await client.outboxMail.update({
      where: { id: dane?.[0]?.id ?? "" },
      data: { state: "sent", sentAt: new Date() },
    });
    const acting = await actingAs(client, stage.staff.id, "cohort.manage");
    const { rows } = await listMessages(acting, there.cohort.id, 1);
    const [row] = rows;
    expect(row?.recipients.map(({ state }) => state).sort()).toEqual(["queued", "sent"]);
  });

  it("stands in a log of pages, and whole in a file that is read a portion at a time", async () => {
    const there = await written();
    expect(await send(there)).toBe("done");
    const count = 60;
    await client.message.createMany({
      data: Array.from({ length: count }, (_, at) => ({
        cohortId: there.cohort.id,
        templateName: `Tidligere ${at}`,
        audience: "participants" as const,
        state: "cancelled" as const,
        sendAt: inDays(-1 - at),
        createdAt: inDays(-100),
      })),
    });
    const acting = await actingAs(client, stage.staff.id, "cohort.manage");
    const names: string[] = [];
    for (const page of [1, 2, 3, 4]) {
      const { rows, total, pageSize } = await listMessages(acting, there.cohort.id, page);
      expect([total, pageSize]).toEqual([count + 1, 25]);
      names.push(...rows.map((row) => row.name));
    }
    expect(names).toEqual(["Velkomst", ...Array.from({ length: count }, (_, at) => `Tidligere ${at}`)]);
    const reading = await actingAs(client, stage.staff.id, "message.view");
    const file = await getMessageSheet(reading, there.cohort.id, "da");
    const lines = file ? await rowsOf(file) : [];
    // A row for each of the two it went to, and one for what went to nobody.
    expect([file?.count, lines.length]).toEqual([count + 2, count + 2]);
    expect(new Set(lines.slice(0, 2).map((line) => line[4]))).toEqual(
      new Set(there.people.map(({ email }) => email)),
    );
    expect(lines.slice(0, 2).map((line) => [line[0], line[1], line[5], line[6]])).toEqual([
      ["Velkomst", "Deltagere", "på vej", null],
      ["Velkomst", "Deltagere", "på vej", null],
    ]);
    expect(lines.at(-1)?.filter((_, at) => at !== 2)).toEqual([
      `Tidligere ${count - 1}`,
      "Deltagere",
      null,
      null,
      "Taget tilbage",
      null,
    ]);
  });

  it("waits for its time, keeps its words, and is sent once by four machines at once", async () => {
    const there = await written();
    expect(await send(there, { sendOn: "2031-01-10", sendTime: "09:00" })).toBe("message.tooFarAhead");
    const day = inDays(10).toISOString().slice(0, 10);
    expect(await send(there, { sendOn: day, sendTime: "09:00" })).toBe("done");
    const message = await only(there.cohort.id);
    await client.messageText.updateMany({
      where: { templateId: there.template.id },
      data: { subject: "Andet" },
    });
    const early = new Date(message.sendAt.getTime() - HOUR_MS);
    expect(await asSystem(client, early, (work) => sendMessage(work, message.id))).toBe(0);
    const later = new Date(message.sendAt.getTime() + 1000);
    const sent = await Promise.all(
      [1, 2, 3, 4].map(() => asSystem(client, later, (work) => sendMessage(work, message.id))),
    );
    expect(sent.sort()).toEqual([0, 0, 0, 2]);
    const mails = await mailsTo(there.people[0].email);
    expect(mails.map(({ params }) => (params as { subject: string }).subject)).toEqual([
      `Hej ${there.people[0].name}`,
    ]);
  });

  it("would go twice without the recipients' key: the control", async () => {
    const there = await written();
    await send(there);
    const message = await only(there.cohort.id);
    // The same message as if nothing had been noted: only the key on its recipients is left to stop it.
    await client.$executeRaw`ALTER TABLE message DISABLE TRIGGER message_transition`;
    const again = () =>
      client.message.update({ where: { id: message.id }, data: { state: "scheduled", sentAt: null } });
    await again();
    await expect(asSystem(client, new Date(), (work) => sendMessage(work, message.id))).rejects.toThrow();
    await client.messageRecipient.deleteMany({ where: { messageId: message.id } });
    await again();
    expect(await asSystem(client, new Date(), (work) => sendMessage(work, message.id))).toBe(2);
    await client.$executeRaw`ALTER TABLE message ENABLE TRIGGER message_transition`;
    expect(await mailsTo(there.people[0].email)).toHaveLength(2);
  });

  it("is called off until it is sent", async () => {
    const there = await written();
    await send(there, { sendOn: inDays(10).toISOString().slice(0, 10) });
    const { id, version } = await only(there.cohort.id);
    const values = { cohortId: there.cohort.id, messageId: id, version: String(version) };
    expect(await said(client, callOffMessageAction, stage.actor, values)).toBe("done");
    expect(await said(client, callOffMessageAction, stage.actor, values)).toBe("message.notScheduled");
    await sendMessages(client, inDays(11));
    expect(await mailsTo(there.people[0].email)).toEqual([]);
  });

  it("that speaks of a session needs one, and one to nobody is refused", async () => {
    const there = await written({ ...texts, da: { subject: "Husk {{session}}", body: "x" } });
    expect(await send(there)).toBe("message.noSession");
    expect(await send(await written(), { audience: "applicants" })).toBe("message.nobody");
  });
});

describe("a reminder", () => {
  it("goes out once for each session, however many machines look", async () => {
    const there = await written({
      ...texts,
      da: { subject: "Husk {{session}}", body: "{{place}}" },
      sv: none,
    });
    const session = await makeSession(client, {
      cohortId: there.cohort.id,
      startsAt: inDays(1),
      theme: "Mod",
    });
    const values = {
      cohortId: there.cohort.id,
      templateId: there.template.id,
      kind: "session",
      hoursBefore: "48",
    };
    expect(await said(client, addReminderAction, stage.actor, values)).toBe("done");
    expect(await said(client, addReminderAction, stage.actor, values)).toBe("message.reminderThere");
    await Promise.all([1, 2, 3].map(() => sendMessages(client, new Date())));
    await sendMessages(client, new Date());
    const mails = await mailsTo(there.people[0].email);
    expect(mails.map(({ params }) => (params as { subject: string }).subject)).toEqual(["Husk Mod"]);
    const reminder = await client.messageReminder.findFirstOrThrow({
      where: { templateId: there.template.id },
    });
    const due = { reminderId: reminder.id, occasion: { id: session.id, at: session.startsAt } };
    const again = { ...due, onceKey: `${reminder.id}:${session.id}` };
    expect(await asSystem(client, new Date(), (work) => sendReminder(work, again))).toBe(0);
    // The control: under another key it is another reminder, and goes.
    const other = { ...due, onceKey: `${reminder.id}:control` };
    expect(await asSystem(client, new Date(), (work) => sendReminder(work, other))).toBeGreaterThan(0);
  });

  it("of the deadline goes once to who has begun to apply, and again when the deadline is moved", async () => {
    const there = await written({ ...texts, da: { subject: "Frist {{deadline}}", body: "x" }, sv: none });
    const applicant = await makePerson(client);
    await makeApplication(client, { cohortId: there.cohort.id, personId: applicant.id, state: "draft" });
    const deadline = (days: number) =>
      client.cohort.update({
        where: { id: there.cohort.id },
        data: { applicationDeadline: inDays(days) },
      });
    await deadline(5);
    const values = {
      cohortId: there.cohort.id,
      templateId: there.template.id,
      kind: "deadline",
      hoursBefore: "96",
    };
    expect(await said(client, addReminderAction, stage.actor, values)).toBe("done");
    await sendMessages(client, new Date());
    expect(await mailsTo(applicant.email)).toEqual([]);
    await deadline(1);
    for (let again = 0; again < 3; again++) await sendMessages(client, new Date());
    expect(await mailsTo(applicant.email)).toHaveLength(1);
    expect(await mailsTo(there.people[0].email)).toEqual([]);
    await deadline(3);
    for (let again = 0; again < 2; again++) await sendMessages(client, new Date());
    expect(await mailsTo(applicant.email)).toHaveLength(2);
  });
});
