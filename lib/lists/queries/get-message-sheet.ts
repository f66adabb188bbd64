import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { wallTimeOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { type After, chunksAfter } from "../facts/portions";

/** So many messages at a time: each has a row for everybody it went to. */
const CHUNK = 25;

const messageSelect = {
  id: true,
  templateName: true,
  audience: true,
  state: true,
  sentAt: true,
  sendAt: true,
  recipients: {
    select: { mailId: true, person: { select: { name: true, email: true } } },
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }],
  },
} as const satisfies Prisma.MessageSelect;

type Sent = Prisma.MessageGetPayload<{ select: typeof messageSelect }>;

async function mailsOf(messages: readonly Sent[]) {
  const mails = await database().outboxMail.findMany({
    where: { id: { in: messages.flatMap(({ recipients }) => recipients.map(({ mailId }) => mailId)) } },
    select: { id: true, state: true, lastError: true },
  });
  return new Map(mails.map((mail) => [mail.id, mail]));
}

/**
 * A cohort's messages, the newest first: a row for everybody each went to, with whether it arrived, and one for a message that went to
 * nobody (yet). Null out of reach.
 */
export async function getMessageSheet(
  acting: Acting,
  cohortId: string,
  locale: Locale,
): Promise<LongSheet | null> {
  const cohort = await database().cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(acting)] },
    select: { timeZone: true },
  });
  if (!cohort) return null;
  const zone = cohort.timeZone;
  const [sent, toNobody, t, words] = await Promise.all([
    database().messageRecipient.count({ where: { message: { cohortId } } }),
    database().message.count({ where: { cohortId, recipients: { none: {} } } }),
    translatorFor(locale, "lists"),
    translatorFor(locale, "messages"),
  ]);
  const read = (after: After) =>
    database().message.findMany({
      where: { cohortId },
      select: messageSelect,
      orderBy: [{ sendAt: "desc" }, { id: "desc" }],
      ...after,
    });
  async function* portions() {
    for await (const messages of chunksAfter(read, CHUNK)) {
      const mails = await mailsOf(messages);
      yield messages.flatMap(({ recipients, ...message }) => {
        const at = wallTimeOf(message.sentAt ?? message.sendAt, zone);
        const what = [message.templateName, words(`audience.${message.audience}`), at];
        if (recipients.length === 0) return [[...what, null, null, words(`state.${message.state}`), null]];
        return recipients.map(({ mailId, person }) => {
          const mail = mails.get(mailId);
          const delivery = words(`log.delivery.${mail?.state ?? "gone"}`);
          return [...what, person.name, person.email, delivery, mail?.lastError ?? null];
        });
      });
    }
  }
  return {
    name: t("messages.name"),
    columns: [
      { header: t("column.message") },
      { header: t("column.audience") },
      { header: t("column.sent"), kind: "time" },
      { header: t("column.recipient") },
      { header: t("column.email") },
      { header: t("column.delivery") },
      { header: t("column.reason") },
    ],
    count: sent + toNobody,
    portions,
  };
}
