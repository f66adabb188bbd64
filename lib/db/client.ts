import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "./generated/client.ts";

/** A connection to the database inside or outside a transaction. */
export type Db = Omit<
  PrismaClient,
  "$transaction" | "$connect" | "$disconnect" | "$on" | "$use" | "$extends"
>;
/** A connection inside a transaction. */
export type Transaction = Prisma.TransactionClient;

const POOL_SIZE = Number(process.env.PRAKSIS_DB_POOL ?? 10);

/** Every transaction is READ COMMITTED (design/trust.md): said once a connection, not by a statement of its own in each of them. */
const ISOLATION = "-c default_transaction_isolation=read\\ committed";

const poolConfig = (url: string, max: number): pg.PoolConfig => ({
  connectionString: url,
  max,
  options: ISOLATION,
});

const clientOn = (pool: pg.Pool | pg.PoolConfig): PrismaClient =>
  new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  });

/** A client for the database at `url`; whoever makes one disconnects it. */
export function connect(url: string, poolSize: number = POOL_SIZE): PrismaClient {
  return clientOn(poolConfig(url, poolSize));
}

/** Kept on globalThis in production too: pages and route handlers evaluate this module each for themselves, and there would be two. */
const shared = globalThis as unknown as { praksisDatabase?: PrismaClient; praksisPool?: pg.Pool };

/** The connections of this process. Throws where DATABASE_URL is not set. */
function pool(): pg.Pool {
  if (!shared.praksisPool) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set");
    shared.praksisPool = new pg.Pool(poolConfig(url, POOL_SIZE));
    // A connection that ends while nobody uses it is no fault: the pool has put it away and opens another when one is needed.
    shared.praksisPool.on("error", () => {});
  }
  return shared.praksisPool;
}

/** The client of this process. Throws where DATABASE_URL is not set. */
export function database(): PrismaClient {
  shared.praksisDatabase ??= clientOn(pool());
  return shared.praksisDatabase;
}

/**
 * The rows of a statement that each connection of this process keeps prepared under `name`, which stands for one text, always: the server
 * plans it once and not at every execution. For the page that strangers open in numbers, whose statement costs more to plan than to carry
 * out, and on its way through Prisma twice what the driver takes (docs/decisions/2026-11-22-the-check-is-sent-without-react.md).
 */
export async function preparedRows<Row extends object>(
  name: string,
  text: string,
  values: readonly string[],
): Promise<Row[]> {
  return (await pool().query<Row>({ name, text, values: [...values] })).rows;
}
