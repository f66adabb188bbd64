import { setTimeout as wait } from "node:timers/promises";
import type { Transaction } from "./client.ts";
import { isTransientConflict } from "./error-mapping.ts";
import type { PrismaClient } from "./generated/client.ts";

const ATTEMPTS = 5;

/**
 * Runs `work` in one READ COMMITTED transaction and returns what it returns. A deadlock or a write conflict runs the whole
 * of it again, up to five times with jitter; so `work` has no effect outside the database. Other errors pass through.
 */
export async function inTransaction<T>(
  client: PrismaClient,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransientConflict(error)) throw error;
      await wait(Math.random() * 20 * 2 ** attempt);
    }
  }
}
