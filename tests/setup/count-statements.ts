import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { vi } from "vitest";
import { PrismaClient } from "@/lib/db/generated/client";
import { testDatabase } from "./database";

const shared = globalThis as unknown as { praksisDatabase?: PrismaClient; praksisPool?: pg.Pool };

/**
 * How many SQL statements `read` sends, by whatever goes through `database()` or `preparedRows()`. Both are replaced by one
 * that tells its statements, while it reads.
 */
export async function countStatements(read: () => Promise<unknown>): Promise<number> {
  const { url } = await testDatabase();
  const telling = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: 4 }),
    log: [{ emit: "event", level: "query" }],
  });
  let statements = 0;
  telling.$on("query", () => {
    statements++;
  });
  const prepared = new pg.Pool({ connectionString: url, max: 4 });
  const sent = vi.spyOn(prepared, "query");
  const { praksisDatabase, praksisPool } = shared;
  Object.assign(shared, { praksisDatabase: telling, praksisPool: prepared });
  try {
    await read();
  } finally {
    Object.assign(shared, { praksisDatabase, praksisPool });
    await Promise.all([telling.$disconnect(), prepared.end()]);
  }
  return statements + sent.mock.calls.length;
}
