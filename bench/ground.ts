/** What every bench stands on: the release, and a durable database of its own with the demo's data (an installation's, not a test's). */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { currentRelease } from "../scripts/app/release.ts";
import { startCluster } from "../scripts/database/cluster.ts";
import { loadDemoData } from "../scripts/database/demo-data.ts";
import { migrate } from "../scripts/database/migrate.ts";
import { ensureDatabase, query } from "../scripts/database/own.ts";
import { onShutdown } from "../scripts/process/shutdown.ts";

export type Ground = {
  readonly release: string;
  /** Leads to the database as its owner. */
  readonly databaseUrl: string;
  /** The server's own process; every other process of it descends from that one. */
  readonly databasePid: number;
  /** Where instances keep files. */
  readonly files: string;
};

/** The server's own process, by its pid file. */
async function serverProcess(url: string): Promise<number> {
  const folder = await query(
    url,
    async (client) => (await client.query("SHOW data_directory")).rows[0].data_directory as string,
  );
  return Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
}

/** Makes it; it goes at shutdown. */
export async function layGround(): Promise<Ground> {
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
  return {
    release,
    databaseUrl,
    databasePid: await serverProcess(databaseUrl),
    files: join(folder, "files"),
  };
}
