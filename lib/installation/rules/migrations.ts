/** One migration as the database remembers it (Prisma's table `_prisma_migrations`). */
export type AppliedMigration = { name: string; finished: boolean };

export type MigrationState =
  | { state: "current" }
  /** The database is older than the code. */
  | { state: "pending"; names: string[] }
  /** The database was migrated by a newer release than this code. */
  | { state: "newer"; names: string[] }
  /** A migration began and did not end: somebody must look. */
  | { state: "failed"; names: string[] };

/**
 * How the database's migrations stand to the code's. `known` are the names in prisma/migrations. A database that is both newer and
 * behind (two branches) counts as newer: this code must not touch it.
 */
export function decideMigrationState(known: string[], applied: AppliedMigration[]): MigrationState {
  const newer = applied.filter(({ name }) => !known.includes(name)).map(({ name }) => name);
  if (newer.length > 0) return { state: "newer", names: newer };
  const failed = applied.filter(({ finished }) => !finished).map(({ name }) => name);
  if (failed.length > 0) return { state: "failed", names: failed };
  const names = known.filter((name) => !applied.some((one) => one.name === name));
  return names.length > 0 ? { state: "pending", names } : { state: "current" };
}
