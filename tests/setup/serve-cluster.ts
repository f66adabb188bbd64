/**
 * A PostgreSQL of its own for one test run, as a process: it prints where it is as a line of JSON, and stops and removes
 * everything when its standard input ends, so also when the test runner is killed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "../../scripts/database/cluster.ts";
import { migrate } from "../../scripts/database/migrate.ts";
import { ensureDatabase } from "../../scripts/database/own.ts";

/** The migrated database that every test file gets a copy of. */
const TEMPLATE = "praksis_template";

const folder = mkdtempSync(join(tmpdir(), "praksis-test-"));
const cluster = await startCluster({ folder, durable: false, settings: { max_connections: "300" } });
const server = cluster.url("postgres");
await ensureDatabase(server, TEMPLATE);
await migrate(cluster.url(TEMPLATE));
console.log(JSON.stringify({ template: TEMPLATE, server }));
process.stdin.resume().on("end", async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
