import { RefusalError } from "../core/decision.ts";
import type { Transaction } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** One call of an action, by which a repeat of it is known. */
export type IdempotencyKey = {
  readonly actor: string;
  readonly action: string;
  readonly key: string;
  readonly inputHash: string;
};

/** A SELECT … FOR UPDATE that does nothing unless the condition it is given holds: a repeated call waits for no lock. */
export type KeyLock = (when: Prisma.Sql) => Prisma.Sql;

/**
 * Claims the key, and in the same statement locks what `lock` selects; false where the key was used. A second call with the same key
 * waits here for the first one's transaction; a refusal rolls the claim back, so that a corrected form may use it again. What is
 * read after this statement is read under the lock; beside it, it would be as it was before (READ COMMITTED).
 */
export async function claimKey(tx: Transaction, record: IdempotencyKey, lock?: KeyLock): Promise<boolean> {
  const claimed = Prisma.sql`(SELECT count(*)::int FROM claimed)`;
  const locked = lock
    ? Prisma.sql`(SELECT count(*)::int FROM (${lock(Prisma.sql`${claimed} = 1`)}) locked)`
    : Prisma.sql`0`;
  const [row] = await tx.$queryRaw<{ claimed: number }[]>`
    WITH claimed AS (
      INSERT INTO idempotency_record (actor, action, key, input_hash)
      VALUES (${record.actor}, ${record.action}, ${record.key}, ${record.inputHash})
      ON CONFLICT DO NOTHING RETURNING 1)
    SELECT ${claimed} AS claimed, ${locked} AS locked`;
  return row?.claimed === 1;
}

/** What the first call with this key was answered. Throws the refusal `form.stale` where that was another call's key. */
export async function keptReply(tx: Transaction, record: IdempotencyKey): Promise<unknown> {
  const { actor, action, key } = record;
  const earlier = await tx.idempotencyRecord.findUniqueOrThrow({
    where: { actor_action_key: { actor, action, key } },
  });
  if (earlier.inputHash !== record.inputHash) throw new RefusalError({ code: "form.stale" });
  return earlier.result ?? {};
}

/** The UPDATE that keeps the reply under its key. */
export function keepReply(record: IdempotencyKey, reply: unknown): Prisma.Sql {
  return Prisma.sql`
    UPDATE idempotency_record SET result = ${JSON.stringify(reply)}::jsonb
    WHERE actor = ${record.actor} AND action = ${record.action} AND key = ${record.key}`;
}
