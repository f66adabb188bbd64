/** The database in use: the server that `DATABASE_URL` names, otherwise our own in the data folder. */
import pg from "pg";
import { withMountedFiles } from "../../lib/core/env.ts";
import { currentOwner, inDataFolder, ownDataFolder } from "../data-folder.ts";
import { onShutdown, shutdown } from "../process/shutdown.ts";
import { savedUrl, startCluster } from "./cluster.ts";

const DATABASE = "praksis";
const clusterFolder = () => inDataFolder("postgres");

/** The connection string given by the environment; undefined when we are to run a server of our own. */
export const givenUrl = (): string | undefined => withMountedFiles(process.env).env.DATABASE_URL || undefined;

/** The connection string of the given database's owner, who alone changes its tables; undefined where `DATABASE_URL` does both. */
export const givenOwnerUrl = (): string | undefined =>
  withMountedFiles(process.env).env.DATABASE_OWNER_URL || undefined;

/** The connection string of the own database, running or not; undefined before the first start. */
export const ownUrl = (): string | undefined => savedUrl(clusterFolder(), DATABASE);

/** Starts the own server, makes its database when it has none, and resolves to the connection string. It stops at shutdown. */
export async function startOwnDatabase(): Promise<string> {
  const cluster = await startCluster({ folder: clusterFolder(), settings: { max_connections: "200" } });
  onShutdown("the database", cluster.stop);
  await ensureDatabase(cluster.url("postgres"), DATABASE);
  return cluster.url(DATABASE);
}

/** Creates a database unless it exists. `url` leads to another database of the same server. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  await query(url, async (client) => {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  });
}

/** Runs `work` with a connection of its own, which is closed afterwards. */
export async function query<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs `work` as the owner of the database in use. Our own server is started for it, and stopped after it, unless it runs already. */
export async function withDatabase<T>(task: string, work: (url: string) => Promise<T>): Promise<T> {
  const running = givenOwnerUrl() ?? givenUrl() ?? (currentOwner() && ownUrl());
  if (running) return work(running);
  ownDataFolder(task);
  try {
    return await work(await startOwnDatabase());
  } finally {
    await shutdown();
  }
}
