import { randomUUID } from "node:crypto";
import type { MailParams, TemplateName } from "../mail/mail-params.ts";
import { Prisma } from "./generated/client.ts";
import type { Locale } from "./generated/enums.ts";

/** Whom a mail goes to, and in which language. */
type Recipient = { readonly email: string; readonly name: string; readonly locale: Locale };

/** A mail to be sent once the change that causes it is committed: a template with what it needs (lib/mail/mail-params.ts). */
export type Mail = {
  [Name in TemplateName]: {
    /** Its row's id, where whoever sends it has to know; else it is given one. */
    readonly id?: string;
    readonly template: Name;
    readonly to: Recipient;
    readonly params: MailParams[Name];
    /** Encrypted secrets of the mail (see lib/core/sealed-box.ts), emptied once it is sent. */
    readonly sealed?: string;
  };
}[TemplateName];

/** The channel on which a committed mail wakes the worker (lib/jobs/wake.ts); PostgreSQL tells it at commit, or never. */
export const OUTBOX_CHANNEL = "praksis_outbox";

/** The domain of Message-IDs: the public address's host. */
function messageDomain(): string {
  return new URL(process.env.PRAKSIS_URL ?? "http://localhost").hostname;
}

/**
 * The INSERT that puts `mails` into the outbox; gives back their ids. The Message-ID is given here, so that a repeated delivery
 * carries the same.
 */
export function outboxInsert(mails: readonly Mail[]): Prisma.Sql {
  const rows = mails.map(({ id = randomUUID(), template, to, params, sealed = null }, n) => ({
    n,
    id,
    template,
    ...to,
    params,
    sealed,
    messageId: `<${randomUUID()}@${messageDomain()}>`,
  }));
  return Prisma.sql`
    INSERT INTO outbox_mail (id, template, locale, to_email, to_name, params, sealed, message_id, created_at, next_attempt_at)
    SELECT m.id, m.template, m.locale::locale, m.email, m.name, m.params, m.sealed, m."messageId", clock_timestamp(), clock_timestamp()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS m(n int, id uuid, template text, locale text, email text, name text, params jsonb, sealed text, "messageId" text)
    ORDER BY m.n
    RETURNING id`;
}
