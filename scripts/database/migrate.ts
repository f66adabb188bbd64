/** Brings a database to the state that this release needs, and refuses one that a newer release has changed. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import {
  type AppliedMigration,
  decideMigrationState,
  type MigrationState,
} from "../../lib/installation/rules/migrations.ts";
import { root } from "../process/run.ts";
import { capturePrisma } from "../run-prisma.ts";
import { Refusal } from "../say.ts";
import { query } from "./own.ts";

/** One migration at a time on one database, whoever asks (several instances start at once). The number is arbitrary. */
const MIGRATION_LOCK = 7_300_142;

/** The names of this release's migrations, in order. */
const knownMigrations = (): string[] =>
  readdirSync(join(root, "prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

async function appliedMigrations(client: Client): Promise<AppliedMigration[]> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (table.rows[0].found === null) return [];
  const { rows } = await client.query<AppliedMigration>(
    "SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return rows;
}

/** How the database stands to this release. */
const migrationState = (client: Client): Promise<MigrationState> =>
  appliedMigrations(client).then((applied) => decideMigrationState(knownMigrations(), applied));

function refuseUnusable(state: MigrationState): void {
  if (state.state === "newer")
    throw new Refusal(
      `The database was changed by a newer release of Praksis (it has ${state.names.join(", ")}, which this one does not know). Start that release or a later one; going back needs a backup from before it.`,
    );
  if (state.state === "failed")
    throw new Refusal(
      `The migration ${state.names.join(", ")} of the database began and did not end. Restore the backup from before it, or see "A migration failed" in docs/operations.md.`,
    );
}

/** Applies what is pending and resolves to the names of what was applied. Refuses a database that is newer or half migrated. */
export function migrate(url: string): Promise<string[]> {
  return query(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const state = await migrationState(client);
    refuseUnusable(state);
    if (state.state !== "pending") return [];
    const { code, output } = await capturePrisma(["migrate", "deploy"], url);
    if (code !== 0) throw new Refusal(`The database could not be migrated:\n${output.trim()}`);
    return state.names;
  });
}
