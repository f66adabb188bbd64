import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { root } from "../process/run.ts";
import { query } from "./own.ts";

/** The installation fact that says when the demo data was loaded. */
const FACT = "demo_loaded_at";

/**
 * Loads the demo data unless this database has it, or holds people of its own; its files go to `filesFolder`. Resolves to true when it was
 * loaded now.
 */
export async function loadDemoData(
  url: string,
  filesFolder = process.env.PRAKSIS_FILES_DIR,
): Promise<boolean> {
  return query(url, async (lock) => {
    await lock.query("SELECT pg_advisory_lock(hashtextextended('praksis demo data', 0))");
    const loaded = await lock.query("SELECT 1 FROM installation_fact WHERE key = $1", [FACT]);
    if (loaded.rowCount !== 0) return false;
    const seed = join(root, "prisma/seed/demo.ts");
    if (!existsSync(seed)) return false;
    const [{ seedDemo }, { PrismaClient }] = await Promise.all([
      import(pathToFileURL(seed).href),
      import("../../lib/db/generated/client.ts"),
    ]);
    const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 4 }) });
    try {
      await seedDemo(client, new Date(), filesFolder ?? null);
    } finally {
      await client.$disconnect();
    }
    await lock.query("INSERT INTO installation_fact (key, value) VALUES ($1, now()::text)", [FACT]);
    return true;
  });
}
