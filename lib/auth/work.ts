import type { AuditEntry } from "@/lib/db/audit";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Mail } from "@/lib/db/outbox";
import { type ClosingWrite, writeTraces } from "@/lib/db/traces";
import type { Acting } from "./acting";

/**
 * What a command works with: the transaction, who acts, the time, and the two records every change leaves. A command
 * takes the time from here and never from the clock.
 */
export type Work = {
  readonly tx: Transaction;
  readonly acting: Acting;
  readonly now: Date;
  /** Notes an event for the audit trail. It is written, in this transaction, when the work is done. */
  audit(entry: AuditEntry): Promise<void>;
  /** Notes a mail for the outbox. It is written, in this transaction, when the work is done. */
  mail(mail: Mail): Promise<void>;
  /**
   * Leaves the work's last change to the statement that writes what was noted: one trip to the database instead of two. Nothing
   * that comes after may read what it changes. Once a work.
   */
  close(write: ClosingWrite): void;
};

/** A piece of work under way, and the way to end it. */
export type StartedWork = {
  readonly work: Work;
  /** How many events it has noted so far. */
  readonly audited: () => number;
  /** Writes what was noted; `reply` is an UPDATE that goes with it. To be called once, when the work is done. */
  readonly finish: (reply?: Prisma.Sql) => Promise<void>;
};

/** The work of `acting` at `now` inside `tx`. Nothing it notes is written until it is finished. */
export function startWork(tx: Transaction, acting: Acting, now: Date): StartedWork {
  const events: AuditEntry[] = [];
  const mails: Mail[] = [];
  let closing: ClosingWrite | null = null;
  const work: Work = {
    tx,
    acting,
    now,
    async audit(entry) {
      events.push(entry);
    },
    async mail(mail) {
      mails.push(mail);
    },
    close(write) {
      if (closing) throw new Error("a work has one closing write");
      closing = write;
    },
  };
  return {
    work,
    audited: () => events.length,
    finish: (reply) =>
      writeTraces(tx, { personId: acting.personId, role: acting.role }, now, {
        events,
        mails,
        closing,
        reply: reply ?? null,
      }),
  };
}

/** Does `run` as `acting` and writes what it noted; returns what it returned. */
export async function doWork<T>(
  tx: Transaction,
  acting: Acting,
  now: Date,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const { work, finish } = startWork(tx, acting, now);
  const result = await run(work);
  await finish();
  return result;
}
