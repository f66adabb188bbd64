import { RefusalError } from "../core/decision.ts";
import { type AuditActor, type AuditEntry, auditInsert } from "./audit.ts";
import type { Transaction } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { type Mail, OUTBOX_CHANNEL, outboxInsert } from "./outbox.ts";

/** The last change of a piece of work, sent in one statement with what it leaves behind. */
export type ClosingWrite = {
  /** Data-modifying queries of a WITH, each `name AS (…)`, with commas between them. */
  readonly queries: Prisma.Sql;
  /** How many rows they wrote, as an expression over their names. */
  readonly written: Prisma.Sql;
  /** How many these must be: fewer mean that something was changed in between. */
  readonly expected: number;
};

/** What a piece of work leaves behind: its events in the audit trail, its mails, its last change, the reply kept under its key. */
export type Traces = {
  readonly events: readonly AuditEntry[];
  readonly mails: readonly Mail[];
  readonly closing: ClosingWrite | null;
  /** An UPDATE that keeps the reply, where there is one to keep. */
  readonly reply: Prisma.Sql | null;
};

/**
 * Writes everything in one statement, and wakes the worker of the mails at commit, or never. Throws the refusal `conflict` where the
 * closing change did not find what it expected; and whatever the database refuses.
 */
export async function writeTraces(
  tx: Transaction,
  actor: AuditActor,
  now: Date,
  { events, mails, closing, reply }: Traces,
): Promise<void> {
  const queries = [
    ...(closing ? [closing.queries] : []),
    ...(events.length > 0 ? [Prisma.sql`audited AS (${auditInsert(actor, now, events)})`] : []),
    ...(mails.length > 0 ? [Prisma.sql`mailed AS (${outboxInsert(mails)})`] : []),
    ...(reply ? [Prisma.sql`replied AS (${reply})`] : []),
  ];
  if (queries.length === 0) return;
  const woken = Prisma.sql`(SELECT count(pg_notify(${OUTBOX_CHANNEL}, id::text)) FROM mailed)`;
  const [row] = await tx.$queryRaw<{ written: number }[]>`
    WITH ${Prisma.join(queries)}
    SELECT (${closing?.written ?? Prisma.sql`0`})::int AS written, ${mails.length > 0 ? woken : Prisma.sql`0`}::int AS woken`;
  if (closing && row?.written !== closing.expected) throw new RefusalError({ code: "conflict" });
}
