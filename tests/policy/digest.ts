import type { PrismaClient } from "@/lib/db/generated/client";

/** Tables that a look changes too: a session's idle limit moves with use. */
const MOVED_BY_USE = ["sign_in_session", "_prisma_migrations"];

/** A digest of every row of every table: equal before and after when nothing was changed. */
export async function digestOf(client: PrismaClient): Promise<Record<string, string>> {
  const tables = await client.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    if (MOVED_BY_USE.includes(name)) continue;
    const rows = await client.$queryRawUnsafe<{ digest: string | null }[]>(
      `SELECT md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) AS digest FROM "${name}" t`,
    );
    digests[name] = rows[0]?.digest ?? "empty";
  }
  return digests;
}
