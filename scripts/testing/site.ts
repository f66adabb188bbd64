/** A site for the journeys: the production build on a database of its own, with the demo data, on a free port. */

import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSigningKeys } from "../../lib/core/signing-keys.ts";
import { startTestCluster } from "../../tests/setup/database-server.ts";
import { currentRelease } from "../app/release.ts";
import { type App, startApp } from "../app/serve.ts";
import { loadDemoData } from "../database/demo-data.ts";
import { migrate } from "../database/migrate.ts";
import { ensureDatabase } from "../database/own.ts";
import { applicationUrl } from "../database/roles.ts";
import { onShutdown } from "../process/shutdown.ts";

export type Site = {
  url: string;
  /** Leads to the database as its owner, for what a test arranges; the instance works with less. */
  databaseUrl: string;
  app: App;
  /** What the instance was started with: a second one on the same database must have the same secrets. */
  env: Record<string, string>;
};

/** Starts the site; it goes at shutdown. What the instance prints while the tests run goes to the terminal. */
export async function startTestSite(): Promise<Site> {
  const release = await currentRelease(console.log);
  const cluster = await startTestCluster();
  onShutdown("the test database", cluster.stop);
  await ensureDatabase(cluster.url("postgres"), "praksis");
  const databaseUrl = cluster.url("praksis");
  await migrate(databaseUrl);
  const files = mkdtempSync(join(tmpdir(), "praksis-files-"));
  onShutdown("the test files", async () => rmSync(files, { recursive: true, force: true }));
  await loadDemoData(databaseUrl, files);
  const env = testEnvironment(await applicationUrl(databaseUrl), files);
  const app = await startApp({
    release,
    env,
    log: (text) => process.stdout.write(text),
  });
  onShutdown("the test site", app.stop);
  return { url: app.url, databaseUrl, app, env };
}

/** Settings of an instance for tests: the demo, with secrets made now. */
export function testEnvironment(databaseUrl: string, filesFolder: string): Record<string, string> {
  const secret = randomBytes(48).toString("base64url");
  return {
    DATABASE_URL: databaseUrl,
    PRAKSIS_DEMO: "1",
    PRAKSIS_SECRET: secret,
    NEXTAUTH_SECRET: secret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    PRAKSIS_SIGNING_KEYS: generateSigningKeys(),
    PRAKSIS_FILES_DIR: filesFolder,
  };
}
