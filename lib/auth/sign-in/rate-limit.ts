import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { allowed, type Decision, refuse } from "@/lib/core/decision";
import { sha256 } from "@/lib/core/hash";
import type { Transaction } from "@/lib/db/client";
import { clientNetwork, isLoopback } from "./rules/client-address";
import { LINKS_PER_ADDRESS, LINKS_PER_CLIENT } from "./rules/limits";

const HOUR_S = 3600;
/** In the demo everybody sits at this machine, whose address tells nobody apart. */
const LINKS_PER_DEMO_MACHINE = 500;

/**
 * The library's PostgreSQL store, on our transaction: a link that is not sent is not counted, and two requests at once queue up
 * at the same row. It sees a client with `query({ text, values })`.
 */
function limiter(tx: Transaction, points: number): RateLimiterPostgres {
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
    keyPrefix: "sign-in-link",
    points,
    duration: HOUR_S,
  });
}

async function take(tx: Transaction, key: string, points: number, code: string): Promise<Decision> {
  try {
    await limiter(tx, points).consume(key);
    return allowed;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return refuse(code, { minutes: Math.max(1, Math.ceil(refused.msBeforeNext / 60_000)) });
  }
}

/**
 * Counts one asked-for link: at most 20 an hour from one client and 5 to one address. The sentence is the same whether the
 * address is known or not. Keys are hashes: the table names nobody. The client comes first, so that waiting requests wait in
 * one order.
 */
export async function takeSignInLink(
  tx: Transaction,
  email: string,
  client: string | null,
  demo: boolean,
): Promise<Decision> {
  if (client) {
    const points = demo && isLoopback(client) ? LINKS_PER_DEMO_MACHINE : LINKS_PER_CLIENT;
    const taken = await take(tx, `client:${sha256(clientNetwork(client))}`, points, "signIn.tooManyFromHere");
    if (!taken.ok) return taken;
  }
  return take(tx, `address:${sha256(email)}`, LINKS_PER_ADDRESS, "signIn.tooManyForAddress");
}
