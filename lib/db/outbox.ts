import { randomUUID } from "node:crypto";
import type { Transaction } from "./client.ts";
import type { Locale } from "./generated/enums.ts";

/** A mail to be sent once the change that causes it is committed. */
export type Mail = {
  /** A template in lib/mail/templates. */
  readonly template: string;
  readonly to: { readonly email: string; readonly name: string; readonly locale: Locale };
  /** What the template's sentences name; no secrets. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Encrypted secrets of the mail (see lib/core/sealed-box.ts), emptied once it is sent. */
  readonly sealed?: string;
};

/** The domain of Message-IDs: the public address's host. */
function messageDomain(): string {
  return new URL(process.env.PRAKSIS_URL ?? "http://localhost").hostname;
}

/** Writes a mail into the outbox, in the transaction of the change; returns its id. A repeat carries the same Message-ID. */
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
  return id;
}
