/**
 * Two roles on one database: its owner changes the shape, the application only the rows (design/trust.md, "Operations" and
 * "Audit"). What a trigger refuses for every row of a table, the application's role may not even ask for.
 */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { givenOwnerUrl, givenUrl, query } from "./own.ts";

const APP_ROLE = "praksis_app";

/** One at a time on one database, whoever asks: PostgreSQL fails where two grant the same at once. The number is arbitrary. */
const GRANT_LOCK = 7_300_144;

/** Tables with a trigger `refuse_change` before each row without condition, and which of the two ways of changing it refuses. */
const REFUSED_BY_TRIGGERS = `
  SELECT c.oid::regclass::text AS "table", bool_or(t.tgtype & 16 > 0) AS "update", bool_or(t.tgtype & 8 > 0) AS "delete"
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE t.tgfoid = 'refuse_change'::regproc AND t.tgtype & 3 = 3 AND t.tgqual IS NULL AND t.tgattr::text = ''
  GROUP BY c.oid ORDER BY 1`;

const rights = (role: string, database: string) => `
  GRANT CONNECT ON DATABASE ${database} TO ${role};
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA public, pgboss TO ${role};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO ${role};
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, pgboss TO ${role};
  REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${role};`;

/** Lays pg-boss's tables as the owner, so that an instance finds them and changes nothing (`lib/jobs/start-jobs.ts`). */
async function layJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  boss.on("error", () => {}); // start rejects with it
  await boss.start();
  await boss.stop({ graceful: false });
}

/**
 * Lets `role`, which must exist, do what an instance does on the migrated database of `ownerUrl`, and nothing else: no change of
 * a table, no row of the audit trail changed or removed. To be repeated after each migration.
 */
async function allowApplication(ownerUrl: string, role: string): Promise<void> {
  await layJobs(ownerUrl);
  await query(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [GRANT_LOCK]);
    const name = pg.escapeIdentifier(role);
    const { rows } = await client.query("SELECT quote_ident(current_database()) AS name");
    const { rows: kept } = await client.query(REFUSED_BY_TRIGGERS);
    const revoked = kept.flatMap((each) =>
      (["update", "delete"] as const)
        .filter((way) => each[way])
        .map((way) => `REVOKE ${way} ON ${each.table} FROM ${name};`),
    );
    await client.query(["BEGIN;", rights(name, rows[0].name), ...revoked, "COMMIT;"].join("\n"));
  });
}

/**
 * The connection string of the application's own role on a server of ours, with a password that is new at every start and is
 * written nowhere. The role is made when it is not there.
 */
export async function applicationUrl(ownerUrl: string, role = APP_ROLE): Promise<string> {
  const password = randomBytes(24).toString("base64url");
  await query(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [GRANT_LOCK]);
    const name = pg.escapeIdentifier(role);
    const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
    if (found.rowCount === 0) await client.query(`CREATE ROLE ${name}`);
    await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
  });
  await allowApplication(ownerUrl, role);
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

/**
 * The connection string that instances work with on the migrated database in use: the given one, whose role is allowed what it
 * needs where an owner is given too, or the application's own role on a server of ours.
 */
export async function instanceUrl(ownerUrl: string): Promise<string> {
  const given = givenUrl();
  if (!given) return applicationUrl(ownerUrl);
  if (givenOwnerUrl()) await allowApplication(ownerUrl, decodeURIComponent(new URL(given).username));
  return given;
}
