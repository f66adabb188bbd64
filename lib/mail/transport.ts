import { createTransport } from "nodemailer";
import type { Db } from "../db/client.ts";
import type { RenderedMail } from "./render-mail.ts";

/** A mail with its envelope. */
type OutgoingMail = RenderedMail & {
  readonly messageId: string;
  readonly toEmail: string;
  readonly toName: string;
  readonly createdAt: Date;
};

/** Where mails go out. `send` resolves once the other side has taken the mail, and throws otherwise. */
export type MailTransport = {
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
};

/**
 * Invitations in the shape that mail programs act on (RFC 6047): a single one as an alternative of the text, with its method, and as
 * a file; several as files only, because a program acts on one alternative and would lose the others.
 */
function calendarOf({ calendar }: Pick<OutgoingMail, "calendar">) {
  const [only] = calendar;
  if (calendar.length === 1 && only)
    return { icalEvent: { method: only.method, content: only.content, filename: only.fileName } };
  return {
    attachments: calendar.map(({ method, content, fileName }) => ({
      filename: fileName,
      content,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
  };
}

/** Sends through an SMTP server (`smtp://` tries STARTTLS, `smtps://` begins with TLS), over at most two connections. */
export function smtpTransport(url: string, from: string): MailTransport {
  const mailer = createTransport(url, {
    pool: true,
    maxConnections: 2,
    // Together below CLAIM_MS, or two workers could have the same mail in hand.
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    from,
  } as Parameters<typeof createTransport>[0]);
  return {
    async send(mail) {
      await mailer.sendMail({
        from,
        to: { name: mail.toName, address: mail.toEmail },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: mail.messageId,
        date: mail.createdAt,
        ...calendarOf(mail),
        // Out-of-office notes answer nobody (RFC 3834).
        headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      });
    },
    close: () => mailer.close(),
  };
}

/** Keeps mails in the demo's mailbox, which /demo/mail shows. A repeat leaves one. */
export function demoTransport(client: Db): MailTransport {
  return {
    async send(mail) {
      await client.demoMail.createMany({
        data: [
          {
            messageId: mail.messageId,
            toEmail: mail.toEmail,
            subject: mail.subject,
            text: mail.text,
            html: mail.html,
            links: [...mail.links],
            calendar: mail.calendar.map(({ content }) => content),
          },
        ],
        skipDuplicates: true,
      });
    },
    close: () => {},
  };
}
