import "server-only";
import { randomUUID } from "node:crypto";
import type { Work } from "@/lib/auth/work";
import type { LoadedCohort } from "@/lib/cohorts/facts/load-cohort";
import { instantOf } from "@/lib/core/dates";
import { insist, refuse } from "@/lib/core/decision";
import type { MessageAudience } from "@/lib/db/generated/enums";
import { fieldValuesOf } from "../facts/field-values";
import { recipientsOf, textFor } from "../facts/recipients";
import { filled, needsSession } from "../rules/fields";
import { decideCallingOff, decideSchedule, type Occasion } from "../rules/sending";

/** What is to be sent to whom, and when: no day means now. */
export type MessageWish = {
  readonly templateId: string;
  readonly audience: MessageAudience;
  readonly sessionId: string;
  readonly sendOn: string;
  readonly sendTime: string;
};

/**
 * Sends a scheduled message whose time has come: one mail a person, in their language. The row is locked and its state asked again, and a
 * person stands once among its recipients (primary key): a repeat sends nothing. Returns to how many.
 */
export async function sendMessage(work: Work, messageId: string): Promise<number> {
  await work.tx.$queryRaw`SELECT 1 FROM message WHERE id = ${messageId}::uuid FOR UPDATE`;
  const message = await work.tx.message.findFirst({
    where: { id: messageId, state: "scheduled", sendAt: { lte: work.now } },
    include: {
      wordings: true,
      cohort: { select: { name: true, programmeVersion: { select: { language: true } } } },
    },
  });
  if (!message) return 0;
  const { cohortId, wordings, cohort, sessionId, audience } = message;
  const people = await recipientsOf(work.tx, cohortId, audience);
  const { values } = await fieldValuesOf(work.tx, cohortId, sessionId, work.now);
  const mails = people.flatMap(({ id: personId, name, email, locale }) => {
    const text = textFor(wordings, locale, cohort.programmeVersion.language);
    if (!text || email === null) return [];
    const own = values(name, text.locale);
    const params = {
      cohort: cohort.name,
      subject: filled(text.subject, own),
      body: filled(text.body, own),
      path: "/my",
    };
    return [{ id: randomUUID(), personId, to: { email, name, locale: text.locale }, params }];
  });
  await work.tx.messageRecipient.createMany({
    data: mails.map(({ id, personId }) => ({ messageId, personId, mailId: id })),
  });
  await work.tx.message.update({
    where: { id: messageId },
    data: { state: "sent", sentAt: work.now, version: { increment: 1 } },
  });
  for (const { id, to, params } of mails) await work.mail({ id, template: "cohort-message", to, params });
  await work.audit({
    stream: `cohort:${cohortId}`,
    action: "message.sent",
    entity: "message",
    entityId: messageId,
    detail: { audience, recipients: mails.length },
  });
  return mails.length;
}

/** When a message is to go out, as clocks in the cohort's zone show it; now where no day is given. */
function sendAtOf(work: Work, cohort: LoadedCohort, { sendOn, sendTime }: MessageWish): Date {
  if (sendOn === "") return work.now;
  const at = insist(instantOf(`${sendOn}T${sendTime || "08:00"}`, cohort.timeZone));
  if (at <= work.now) insist(refuse("message.past", undefined, "sendOn"));
  return at;
}

/** Schedules a template's words for an audience of a cohort, and sends them at once where no day is given. Returns to how many then. */
export async function scheduleMessage(
  work: Work,
  cohort: LoadedCohort,
  wish: MessageWish,
): Promise<{ sent: number | null }> {
  const sendAt = sendAtOf(work, cohort, wish);
  insist(decideSchedule(cohort.state, sendAt, work.now));
  const template = await work.tx.messageTemplate.findFirst({
    where: { id: wish.templateId, cohortId: cohort.id },
    select: { name: true, texts: { select: { locale: true, subject: true, body: true } } },
  });
  if (!template) return insist(refuse("notFound"));
  const { hasSession } = await fieldValuesOf(work.tx, cohort.id, wish.sessionId || null, work.now);
  const speaksOfSession = template.texts.some(
    ({ subject, body }) => needsSession(subject) || needsSession(body),
  );
  if ((speaksOfSession || wish.sessionId) && !hasSession)
    insist(refuse("message.noSession", undefined, "sessionId"));
  const people = await recipientsOf(work.tx, cohort.id, wish.audience);
  if (people.length === 0) insist(refuse("message.nobody", undefined, "audience"));
  const id = randomUUID();
  await work.tx.message.create({
    data: {
      id,
      cohortId: cohort.id,
      templateName: template.name,
      sessionId: wish.sessionId || null,
      audience: wish.audience,
      sendAt,
      createdById: work.acting.personId,
      createdAt: work.now,
      wordings: { create: template.texts },
    },
  });
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: "message.scheduled",
    entity: "message",
    entityId: id,
    detail: { audience: wish.audience, sendAt: sendAt.toISOString() },
  });
  return { sent: sendAt <= work.now ? await sendMessage(work, id) : null };
}

/** Calls a scheduled message off. Refused as `message.notScheduled` once it is sent. */
export async function callOffMessage(
  work: Work,
  cohort: LoadedCohort,
  messageId: string,
  version: number,
): Promise<void> {
  const message = await work.tx.message.findFirst({
    where: { id: messageId, cohortId: cohort.id },
    select: { state: true },
  });
  if (!message) return insist(refuse("notFound"));
  insist(decideCallingOff(message.state));
  const { count } = await work.tx.message.updateMany({
    where: { id: messageId, version, state: "scheduled" },
    data: { state: "cancelled", version: { increment: 1 } },
  });
  if (count === 0) insist(refuse("conflict"));
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: "message.calledOff",
    entity: "message",
    entityId: messageId,
  });
}

/** A reminder that is due for an occasion. */
export type DueReminder = {
  readonly reminderId: string;
  readonly occasion: Occasion;
  readonly onceKey: string;
};

/**
 * Makes and sends a reminder for one occasion, once: its key is unique, and whoever comes second finds it taken. A reminder of the deadline
 * goes to those who have begun to apply, one of a session to those who take part and teach. Returns to how many.
 */
export async function sendReminder(
  work: Work,
  { reminderId, occasion, onceKey }: DueReminder,
): Promise<number> {
  const reminder = await work.tx.messageReminder.findUnique({
    where: { id: reminderId },
    select: { kind: true, template: { select: { name: true, cohortId: true, texts: true } } },
  });
  if (!reminder) return 0;
  const { kind, template } = reminder;
  const id = randomUUID();
  const { count } = await work.tx.message.createMany({
    data: [
      {
        id,
        cohortId: template.cohortId,
        templateName: template.name,
        sessionId: kind === "session" ? occasion.id : null,
        reminderId,
        audience: kind === "session" ? "everybody" : "applicants",
        sendAt: work.now,
        createdAt: work.now,
        onceKey,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return 0;
  await work.tx.messageWording.createMany({
    data: template.texts.map(({ locale, subject, body }) => ({ messageId: id, locale, subject, body })),
  });
  return sendMessage(work, id);
}
