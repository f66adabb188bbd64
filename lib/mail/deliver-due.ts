import { logFault } from "../core/fault.ts";
import type { PrismaClient } from "../db/generated/client.ts";
import type { MailSettings } from "./content.ts";
import { renderMail } from "./render-mail.ts";
import { CLAIM_MS, type DeliveryFailure, decideAfterFailure } from "./rules/attempts.ts";
import type { MailTransport } from "./transport.ts";

/** How many mails a worker claims at a time. Each claim runs out on its own, so they are few. */
const BATCH = 5;

type ClaimedMail = {
  readonly id: string;
  readonly template: string;
  readonly locale: string;
  readonly toEmail: string;
  readonly toName: string;
  readonly params: unknown;
  readonly sealed: string | null;
  readonly messageId: string;
  readonly attempts: number;
  readonly createdAt: Date;
};

/**
 * Claims due mails: their rows are the authority, and SKIP LOCKED divides them among workers. The claim is committed before
 * anything is sent, so that no transaction waits for a mail server; it runs out by itself if the worker dies.
 */
function claim(client: PrismaClient): Promise<ClaimedMail[]> {
  return client.$queryRaw<ClaimedMail[]>`
    UPDATE outbox_mail m
    SET attempts = attempts + 1, next_attempt_at = clock_timestamp() + ${CLAIM_MS} * interval '1 millisecond'
    WHERE id IN (
      SELECT id FROM outbox_mail
      -- Two seconds of grace: the row's time is the application's, which may be ahead of the database's.
      WHERE state = 'queued' AND next_attempt_at <= clock_timestamp() + interval '2 seconds'
      ORDER BY next_attempt_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING m.id, m.template, m.locale::text AS locale, m.to_email AS "toEmail", m.to_name AS "toName", m.params, m.sealed,
              m.message_id AS "messageId", m.attempts, m.created_at AS "createdAt"`;
}

/** The claim as a condition: a mail that another worker has claimed since is no longer ours to mark. */
const stillOurs = (mail: ClaimedMail) => ({ id: mail.id, state: "queued", attempts: mail.attempts }) as const;

function failureOf(error: unknown): DeliveryFailure {
  const { code, responseCode, message } = Object(error) as Partial<DeliveryFailure>;
  return {
    ...(code !== undefined && { code }),
    ...(responseCode !== undefined && { responseCode }),
    message: String(message ?? error),
  };
}

async function deliver(
  client: PrismaClient,
  transport: MailTransport,
  settings: MailSettings,
  mail: ClaimedMail,
): Promise<void> {
  try {
    await transport.send({ ...mail, ...(await renderMail(mail, settings)) });
  } catch (error) {
    const next = decideAfterFailure(failureOf(error), mail.attempts);
    await client.outboxMail.updateMany({
      where: stillOurs(mail),
      data:
        next.state === "failed"
          ? { state: "failed", lastError: next.reason, sealed: null }
          : { lastError: next.reason, nextAttemptAt: new Date(Date.now() + next.waitMs) },
    });
    if (next.state === "failed") logFault({ mail: mail.id, template: mail.template }, error);
    return;
  }
  await client.outboxMail.updateMany({
    where: stillOurs(mail),
    data: { state: "sent", sentAt: new Date(), sealed: null, lastError: null },
  });
}

/**
 * Delivers every mail that is due and returns how many it tried. At least once: a worker killed between sending and marking
 * leaves a claim that runs out, and the repeat carries the same Message-ID, by which mail programs drop it. `stopping` ends the
 * work after the mails in hand.
 */
export async function deliverDue(
  client: PrismaClient,
  transport: MailTransport,
  settings: MailSettings,
  stopping: () => boolean = () => false,
): Promise<number> {
  let tried = 0;
  while (!stopping()) {
    const mails = await claim(client);
    await Promise.all(mails.map((mail) => deliver(client, transport, settings, mail)));
    tried += mails.length;
    if (mails.length < BATCH) break;
  }
  return tried;
}
