import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { wallTimeOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { mailSelect, type OutboxFilter, wantedMails } from "@/lib/mail/facts/wanted-mails";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { portionsAfter } from "../facts/portions";

/** The outbox, narrowed as on the screen, the newest first: to whom, which mail and how it went, never what it says. */
export async function getOutboxSheet(
  acting: Acting,
  locale: Locale,
  filter: OutboxFilter,
): Promise<LongSheet> {
  const where = wantedMails(acting, filter);
  const [count, t, words] = await Promise.all([
    database().outboxMail.count({ where }),
    translatorFor(locale, "lists"),
    translatorFor(locale, "admin"),
  ]);
  const states = { queued: words("jobs.queued"), sent: words("jobs.sent"), failed: words("jobs.failed") };
  const read = (after: object) =>
    database().outboxMail.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: mailSelect,
      ...after,
    });
  return {
    name: t("outbox.name"),
    columns: [
      { header: t("column.recipient") },
      { header: words("jobs.template") },
      { header: words("jobs.created"), kind: "time" },
      { header: t("column.state") },
      { header: t("column.sent"), kind: "time" },
      { header: words("jobs.attempts"), kind: "number" },
      { header: words("jobs.reason") },
    ],
    count,
    portions: () =>
      portionsAfter(read, (mail) => [
        mail.toEmail,
        mail.template,
        wallTimeOf(mail.createdAt, CIVIL_ZONE),
        states[mail.state],
        mail.sentAt && wallTimeOf(mail.sentAt, CIVIL_ZONE),
        mail.attempts,
        mail.lastError,
      ]),
  };
}
