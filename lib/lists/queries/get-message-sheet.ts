import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { wallTimeOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** Whom a cohort's messages went to and whether they arrived, a row for each, the newest first; null out of reach. */
export async function getMessageSheet(
  acting: Acting,
  cohortId: string,
  locale: Locale,
): Promise<Sheet | null> {
  const cohort = await database().cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(acting)] },
    select: { timeZone: true },
  });
  if (!cohort) return null;
  const [sent, t, words] = await Promise.all([
    database().messageRecipient.findMany({
      where: { message: { cohortId } },
      select: {
        mailId: true,
        person: { select: { name: true, email: true } },
        message: { select: { templateName: true, audience: true, sentAt: true, sendAt: true } },
      },
      orderBy: [{ message: { sendAt: "desc" } }, { message: { id: "desc" } }, { person: { name: "asc" } }],
    }),
    translatorFor(locale, "lists"),
    translatorFor(locale, "messages"),
  ]);
  const mails = await database().outboxMail.findMany({
    where: { id: { in: sent.map(({ mailId }) => mailId) } },
    select: { id: true, state: true, lastError: true },
  });
  const byId = new Map(mails.map((mail) => [mail.id, mail]));
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
    rows: sent.map(({ mailId, person, message }) => {
      const mail = byId.get(mailId);
      return [
        message.templateName,
        words(`audience.${message.audience}`),
        wallTimeOf(message.sentAt ?? message.sendAt, cohort.timeZone),
        person.name,
        person.email,
        words(`log.delivery.${mail?.state ?? "gone"}`),
        mail?.lastError ?? null,
      ];
    }),
  };
}
