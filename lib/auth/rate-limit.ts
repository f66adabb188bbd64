import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { allowed, type Decision, refuse } from "@/lib/core/decision";
import { sha256 } from "@/lib/core/hash";
import type { Transaction } from "@/lib/db/client";
import { clientNetwork, isLoopback } from "./sign-in/rules/client-address";

/** So much of one thing from one key in a time. */
export type Limit = {
  /** What is counted: a part of the key. */
  readonly what: string;
  readonly points: number;
  readonly seconds: number;
  /** The refusal; it is told `{minutes}`. */
  readonly code: string;
};

/** In the demo everybody sits at this machine, whose address tells nobody apart. */
const FOR_DEMO_MACHINE = 500;

/**
 * The library's PostgreSQL store, on our transaction: what is not done is not counted, and two requests at once queue up at the same
 * row. It sees a client with `query({ text, values })`.
 */
function limiter(tx: Transaction, { what, points, seconds }: Limit): RateLimiterPostgres {
  const storeClient = {
    async query({ text, values = [] }: { text: string; values?: unknown[] }) {
      const rows = await tx.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
      const plain = rows.map((row) => ({ ...row, ...(row.expire ? { expire: Number(row.expire) } : {}) }));
      return { rows: plain, rowCount: plain.length };
    },
  };
  return new RateLimiterPostgres({
    storeClient,
    storeType: "client",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: what,
    points,
    duration: seconds,
  });
}

async function take(tx: Transaction, limit: Limit, key: string): Promise<Decision> {
  try {
    await limiter(tx, limit).consume(key);
    return allowed;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return refuse(limit.code, { minutes: Math.max(1, Math.ceil(refused.msBeforeNext / 60_000)) });
  }
}

/** Counts one from an e-mail address. The key is a hash: the table names nobody. */
export function takeForAddress(tx: Transaction, limit: Limit, email: string): Promise<Decision> {
  return take(tx, limit, `address:${sha256(email)}`);
}

/** Counts one from somebody who is signed in. */
export function takeForPerson(tx: Transaction, limit: Limit, personId: string): Promise<Decision> {
  return take(tx, limit, `person:${personId}`);
}

/** Counts one from a client's network, as hashed; unlimited where none is known (`client` null). */
export async function takeForClient(
  tx: Transaction,
  limit: Limit,
  client: string | null,
  demo: boolean,
): Promise<Decision> {
  if (!client) return allowed;
  const points = demo && isLoopback(client) ? FOR_DEMO_MACHINE : limit.points;
  return take(tx, { ...limit, points }, `client:${sha256(clientNetwork(client))}`);
}
