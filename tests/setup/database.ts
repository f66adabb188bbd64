/** Databases for tests: real PostgreSQL, migrated, empty, and nobody else's. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { connect } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";

/** `drop` lets go of it before the file ends: a file that makes hundreds would else keep all their clients in memory. */
export type TestDatabase = { url: string; client: PrismaClient; drop: () => Promise<void> };

/** PostgreSQL refuses to copy a database while another copy of it is being made. */
const COPY_LOCK = 7_300_143;

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject("testServer").url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const made = new Set<() => Promise<void>>();

/** Drops what the file made: the next file of this process begins with nothing. */
export async function dropDatabases(): Promise<void> {
  await Promise.all([...made].map((drop) => drop()));
  shared = undefined;
}

/**
 * A copy of the migrated database, or of another one that nobody is connected to, for whoever asks, with a client of `poolSize`
 * connections. Both go when the file's tests end.
 */
export async function freshDatabase({ poolSize = 10, template = "" } = {}): Promise<TestDatabase> {
  const { url, template: migrated } = inject("testServer");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(async (server) => {
    await server.query("SELECT pg_advisory_lock($1)", [COPY_LOCK]);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${template || migrated}`);
  });
  const own = new URL(url);
  own.pathname = `/${name}`;
  const client = connect(own.href, poolSize);
  async function drop(): Promise<void> {
    made.delete(drop);
    await client.$disconnect();
    await onServer((server) => server.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
  made.add(drop);
  return { url: own.href, client, drop };
}

let shared: Promise<TestDatabase> | undefined;

/** This test file's own database, the same at every call. `lib/db/client` reaches it too, through DATABASE_URL. */
export function testDatabase(): Promise<TestDatabase> {
  shared ??= freshDatabase().then((database) => {
    process.env.DATABASE_URL = database.url;
    return database;
  });
  return shared;
}
