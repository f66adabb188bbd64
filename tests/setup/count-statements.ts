import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { testDatabase } from "./database";

const shared = globalThis as unknown as { praksisDatabase?: PrismaClient };

/**
 * How many SQL statements `read` sends, by whatever goes through `database()`. The client of this process is replaced by one
 * that tells its statements, until the file's tests end.
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
  const before = shared.praksisDatabase;
  shared.praksisDatabase = telling;
  try {
    await read();
  } finally {
    if (before) shared.praksisDatabase = before;
    else delete shared.praksisDatabase;
    await telling.$disconnect();
  }
  return statements;
}
