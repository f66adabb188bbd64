import { randomUUID } from "node:crypto";
import type { MailParams, TemplateName } from "../mail/mail-params.ts";
import type { Transaction } from "./client.ts";
import type { Locale } from "./generated/enums.ts";

/** Whom a mail goes to, and in which language. */
export type Recipient = { readonly email: string; readonly name: string; readonly locale: Locale };

/** A mail to be sent once the change that causes it is committed: a template with what it needs (lib/mail/mail-params.ts). */
export type Mail = {
  [Name in TemplateName]: {
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
 * Writes a mail into the outbox and wakes the worker, in the transaction of the change: both happen at its commit, or
 * neither does. Returns the row's id. The Message-ID is given here, so that a repeated delivery carries the same.
 */
export async function enqueueMail(tx: Transaction, mail: Mail): Promise<string> {
  const { id } = await tx.outboxMail.create({
    data: {
      template: mail.template,
      locale: mail.to.locale,
      toEmail: mail.to.email,
      toName: mail.to.name,
      params: { ...mail.params },
      sealed: mail.sealed ?? null,
      messageId: `<${randomUUID()}@${messageDomain()}>`,
    },
    select: { id: true },
  });
  await tx.$executeRaw`SELECT pg_notify(${OUTBOX_CHANNEL}, ${id})`;
  return id;
}
