/** Vitest's global set-up: one PostgreSQL for the run, with one migrated database that the test files copy. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Cluster, startCluster } from "../../scripts/database/cluster.ts";
import { migrate } from "../../scripts/database/migrate.ts";
import { ensureDatabase } from "../../scripts/database/own.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Leads to the database `postgres` of the test server; the migrated one to copy is called `template`. */
    testServer: { url: string; template: string };
  }
}

export const TEMPLATE = "praksis_template";

/** A server that loses everything when its machine does, and is the faster for it. `stop` removes it wholly. */
export async function startTestCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "praksis-test-"));
  const cluster = await startCluster({
    folder,
    durable: false,
    settings: { max_connections: "300", autovacuum: "off" },
  });
  return {
    ...cluster,
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  try {
    await ensureDatabase(cluster.url("postgres"), TEMPLATE);
    await migrate(cluster.url(TEMPLATE));
  } catch (thrown) {
    await cluster.stop();
    throw thrown;
  }
  project.provide("testServer", { url: cluster.url("postgres"), template: TEMPLATE });
  return cluster.stop;
}
