import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { database } from "@/lib/db/client";
import { type AppliedMigration, decideMigrationState } from "@/lib/installation/rules/migrations";

/** Whether this instance can serve. `reason` is for operators; it holds no secret and no address. */
export type Readiness = { ready: true } | { ready: false; reason: string };

/** A database that takes longer to say what it is will not serve pages either. */
const ANSWER_WITHIN_MS = 3000;

const REASONS = {
  pending: "the database lacks migrations of this release",
  newer: "the database was migrated by a newer release",
  failed: "a migration of the database began and did not end",
} as const;

let known: Promise<string[]> | undefined;

async function readKnownMigrations(): Promise<string[]> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations");
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function readAppliedMigrations(): Promise<AppliedMigration[]> {
  return database().$queryRaw<AppliedMigration[]>`
    SELECT migration_name AS name, finished_at IS NOT NULL AS finished
    FROM _prisma_migrations WHERE rolled_back_at IS NULL`;
}

/** Ready when the database answers in time and its migrations are this release's, no fewer and no more. */
export async function getReadiness(): Promise<Readiness> {
  known ??= readKnownMigrations();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), ANSWER_WITHIN_MS);
  });
  try {
    const applied = await Promise.race([readAppliedMigrations(), late]);
    const { state } = decideMigrationState(await known, applied);
    return state === "current" ? { ready: true } : { ready: false, reason: REASONS[state] };
  } catch {
    return { ready: false, reason: "the database does not answer" };
  } finally {
    clearTimeout(timer);
  }
}
