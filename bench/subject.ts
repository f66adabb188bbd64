/** The platform as it is measured: production build, its own database, grown demo data, and a counting proxy between. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { currentRelease } from "../scripts/app/release.ts";
import { startApp } from "../scripts/app/serve.ts";
import { startCluster } from "../scripts/database/cluster.ts";
import { loadDemoData } from "../scripts/database/demo-data.ts";
import { migrate } from "../scripts/database/migrate.ts";
import { ensureDatabase, query } from "../scripts/database/own.ts";
import { onShutdown } from "../scripts/process/shutdown.ts";
import { testEnvironment } from "../scripts/testing/site.ts";
import { type Grown, grow, type Size } from "./grow.ts";
import type { Subject } from "./measure.ts";
import { startStatementProxy } from "./statement-proxy.ts";

/** The server's own process, by its pid file; every other process of it descends from that one. */
async function serverProcess(url: string): Promise<number> {
  const folder = await query(
    url,
    async (client) => (await client.query("SHOW data_directory")).rows[0].data_directory as string,
  );
  return Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
}

/** Starts it on a durable database (what is measured is what an installation does) and grows the data. */
export async function startSubject(
  size: Size,
): Promise<{ subject: Subject; grown: Grown; databaseUrl: string }> {
  const release = await currentRelease(console.log);
  const folder = mkdtempSync(join(tmpdir(), "praksis-bench-"));
  onShutdown("the bench's files", async () => rmSync(folder, { recursive: true, force: true }));
  const cluster = await startCluster({
    folder: join(folder, "postgres"),
    settings: { max_connections: "200" },
  });
  onShutdown("the bench's database", cluster.stop);
  await ensureDatabase(cluster.url("postgres"), "praksis");
  const databaseUrl = cluster.url("praksis");
  await migrate(databaseUrl);
  await loadDemoData(databaseUrl);
  const grown = await grow(databaseUrl, size);
  const proxy = await startStatementProxy(databaseUrl);
  onShutdown("the counting proxy", proxy.stop);
  const app = await startApp({ release, env: testEnvironment(proxy.url, join(folder, "files")) });
  onShutdown("the bench's application", app.stop);
  const appPid = app.process.pid;
  if (!appPid) throw new Error("the application has no process");
  return {
    subject: { url: app.url, appPid, databasePid: await serverProcess(databaseUrl), proxy },
    grown,
    databaseUrl,
  };
}
