import { PrismaPg } from "@prisma/adapter-pg";
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

/**
 * The name under which a connection keeps a statement prepared, so that the server plans it once and not at every execution: for
 * statements that begin with `/* prepared: name *\/`. The others have none (''): Prisma writes a text of its own for each length of
 * a list, and a connection would gather them without end.
 */
const preparedName = ({ sql }: { readonly sql: string }): string =>
  /^\s*\/\* prepared: ([a-z-]{1,60}) \*\//.exec(sql)?.[1] ?? "";

/** A client for the database at `url`; whoever makes one disconnects it. */
export function connect(url: string, poolSize: number = POOL_SIZE): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: url, max: poolSize, options: ISOLATION },
      { statementNameGenerator: preparedName },
    ),
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  });
}

const shared = globalThis as unknown as { praksisDatabase?: PrismaClient };

/**
 * The client of this process. Kept on globalThis in production too: pages and route handlers evaluate this module each
 * for themselves, and there would be two pools. Throws where DATABASE_URL is not set.
 */
export function database(): PrismaClient {
  if (!shared.praksisDatabase) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set");
    shared.praksisDatabase = connect(url);
  }
  return shared.praksisDatabase;
}
