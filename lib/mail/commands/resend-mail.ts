import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { OUTBOX_CHANNEL } from "@/lib/db/outbox";

/** A failed mail as the rule sees it. */
export type FailedMail = { readonly id: string; readonly template: string; readonly state: string };

/**
 * Puts a failed mail back into the queue, under its old Message-ID. One that carried a secret cannot be sent again: the secret
 * was emptied when it failed, and whoever wants to sign in asks for a new link.
 */
export async function resendMail(work: Work, mail: FailedMail): Promise<void> {
  if (mail.template === "sign-in") insist(refuse("mail.secretGone"));
  const { count } = await work.tx.outboxMail.updateMany({
    where: { id: mail.id, state: "failed" },
    data: { state: "queued", attempts: 0, nextAttemptAt: work.now },
  });
  if (count === 0) insist(refuse("mail.notFailed"));
  await work.tx.$executeRaw`SELECT pg_notify(${OUTBOX_CHANNEL}, ${mail.id})`;
  await work.audit({
    stream: `mail:${mail.id}`,
    action: "mail.sentAgain",
    entity: "outboxMail",
    entityId: mail.id,
  });
}
