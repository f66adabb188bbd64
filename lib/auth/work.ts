import { type AuditEntry, recordAudit } from "@/lib/db/audit";
import type { Transaction } from "@/lib/db/client";
import { enqueueMail, type Mail } from "@/lib/db/outbox";
import type { Acting } from "./acting";

/**
 * What a command works with: the transaction, who acts, the time, and the two records every change leaves. A command
 * takes the time from here and never from the clock.
 */
export type Work = {
  readonly tx: Transaction;
  readonly acting: Acting;
  readonly now: Date;
  /** Writes into the audit trail, in this transaction. */
  audit(entry: AuditEntry): Promise<void>;
  /** Puts a mail into the outbox, in this transaction. */
  mail(mail: Mail): Promise<void>;
};

/** The work of `acting` at `now` inside `tx`, and how many audit events it has left so far. */
export function startWork(tx: Transaction, acting: Acting, now: Date): { work: Work; audited: () => number } {
  let audited = 0;
  const work: Work = {
    tx,
    acting,
    now,
    async audit(entry) {
      await recordAudit(tx, { personId: acting.personId, role: acting.role }, now, entry);
      audited++;
    },
    async mail(mail) {
      await enqueueMail(tx, mail);
    },
  };
  return { work, audited: () => audited };
}
