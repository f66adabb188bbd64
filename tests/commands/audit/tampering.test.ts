import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anchorAudit } from "@/lib/audit/commands/anchor-audit";
import { getAuditChain } from "@/lib/audit/queries/get-audit-chain";
import type { Acting } from "@/lib/auth/acting";
import { connect } from "@/lib/db/client";
import { scheduledJobs } from "@/lib/jobs/scheduled-jobs";
import { startJobs } from "@/lib/jobs/start-jobs";
import { readAnchorFile, writeAnchorFile } from "@/lib/storage/anchor-file";
import { applicationUrl } from "../../../scripts/database/roles";
import { type TestDatabase, testDatabase } from "../../setup/database";

const STREAMS = 10;
const EVENTS = 5;
const HOUR_MS = 3_600_000;
const admin: Acting = { personId: null, permission: "audit.view", role: "admin", grants: [] };
const role = `praksis_app_${randomUUID().slice(0, 8)}`;
const folder = mkdtempSync(join(tmpdir(), "praksis-anchors-"));
let database: TestDatabase;
let app: pg.Client;
let owner: pg.Client;

const insert = (stream: string, at: Date) => ({
  text: `INSERT INTO audit_event (stream, action, acting_role, entity, entity_id, detail, at)
    VALUES ($1, 'cohort.opened', 'system', 'cohort', '1', '{}', $2)`,
  values: [stream, at],
});

beforeAll(async () => {
  process.env.PRAKSIS_FILES_DIR = folder;
  database = await testDatabase();
  app = new pg.Client({ connectionString: await applicationUrl(database.url, role) });
  owner = new pg.Client({ connectionString: database.url });
  await Promise.all([app.connect(), owner.connect()]);
  for (let stream = 0; stream < STREAMS; stream++)
    for (let event = 0; event < EVENTS; event++)
      await app.query(insert(`cohort:${stream}`, new Date(Date.now() - 5 * HOUR_MS + event * 60_000)));
  expect(await anchorAudit(database.client, new Date(Date.now() - 2 * HOUR_MS))).toEqual({
    events: STREAMS * EVENTS,
  });
}, 60_000);
afterAll(async () => {
  await app.end();
  await owner.query(`DROP OWNED BY ${role}`);
  await owner.query(`DROP ROLE ${role}`);
  await owner.end();
  rmSync(folder, { recursive: true, force: true });
});

/** A hundred ways to change the trail: each column of some event, an event taken out from each place, a whole stream. */
const attempts = Array.from({ length: 100 }, (_, n) => {
  const [stream, position] = [`cohort:${n % STREAMS}`, 1 + (Math.floor(n / STREAMS) % EVENTS)];
  const place = `WHERE stream = '${stream}' AND position = ${position}`;
  const ways = [
    `UPDATE audit_event SET action = 'cohort.closed' ${place}`,
    `UPDATE audit_event SET detail = '{"seats": 31}' ${place}`,
    `UPDATE audit_event SET at = at + interval '1 second' ${place}`,
    `UPDATE audit_event SET stream = 'cohort:other' ${place}`,
    `DELETE FROM audit_event ${place}`,
    `DELETE FROM audit_event WHERE stream = '${stream}' AND position >= ${position}`,
    "TRUNCATE audit_event",
  ];
  return ways[n % ways.length] ?? "";
});

/** The SQLSTATE that a statement is refused with; what it did is rolled back. */
async function refusal(client: pg.Client, ...statements: string[]): Promise<string | null> {
  await client.query("BEGIN");
  try {
    for (const statement of statements) await client.query(statement);
    return null;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? "") : String(error);
  } finally {
    await client.query("ROLLBACK");
  }
}

const isWhole = async () => {
  const chain = await getAuditChain(admin);
  return chain?.breaks.length === 0 && chain.anchors.whole && chain.anchors.discrepancies.length === 0;
};

describe("100 of 100 changes of the trail (design/trust.md, promise 22)", () => {
  it("are refused to the application for want of the right", async () => {
    for (const attempt of attempts) expect(await refusal(app, attempt), attempt).toBe("42501");
  });

  it("are refused to the owner by a trigger", async () => {
    for (const attempt of attempts) expect(await refusal(owner, attempt), attempt).toBe("P0001");
  });

  it("are detected when the owner has put the triggers to sleep, also where the last events are taken away", async () => {
    expect(await isWhole()).toBe(true);
    await owner.query("ALTER TABLE audit_event DISABLE TRIGGER USER");
    await owner.query("CREATE TABLE kept AS TABLE audit_event");
    for (const attempt of attempts) {
      await owner.query(attempt);
      expect(await isWhole(), attempt).toBe(false);
      await owner.query("TRUNCATE audit_event");
      await owner.query("INSERT INTO audit_event SELECT * FROM kept");
    }
    await owner.query("DROP TABLE kept");
    await owner.query("ALTER TABLE audit_event ENABLE TRIGGER USER");
    expect(await isWhole()).toBe(true);
  });
});

describe("the anchors", () => {
  it("take up what came since, once, and nothing of the last hour", async () => {
    const now = new Date();
    await app.query(insert("cohort:later", new Date(now.getTime() - 90 * 60_000)));
    await app.query(insert("cohort:later", now));
    expect(await anchorAudit(database.client, now)).toEqual({ events: 1 });
    expect(await anchorAudit(database.client, now)).toEqual({ events: 0 });
    expect(await getAuditChain(admin)).toMatchObject({
      anchors: { count: 2, whole: true, discrepancies: [] },
    });
  });

  it("show it when they are changed themselves", async () => {
    const text = await readAnchorFile();
    await writeAnchorFile(text.slice(text.indexOf("\n") + 1));
    expect(await getAuditChain(admin)).toMatchObject({ anchors: { whole: false } });
    await writeAnchorFile(text);
    expect(await isWhole()).toBe(true);
  });
});

describe("the application's role", () => {
  it.each([
    ["make a table", "CREATE TABLE mine (id int)"],
    ["put a trigger to sleep", "ALTER TABLE audit_event DISABLE TRIGGER USER"],
    ["put all triggers to sleep", "SET session_replication_role = replica"],
    ["take a trigger away", "DROP TRIGGER audit_event_chain ON audit_event"],
    ["change a decision", "UPDATE case_decision SET decided_at = now()"],
    ["remove a certificate", "DELETE FROM certificate"],
    ["say which migrations there are", "DELETE FROM _prisma_migrations"],
    ["take over another role", `ALTER ROLE ${role} SUPERUSER`],
  ])("may not %s", async (_, statement) => {
    expect(await refusal(app, statement)).toBe("42501");
  });

  it("is enough for an instance to run the jobs", async () => {
    const url = await applicationUrl(database.url, role);
    const client = connect(url, 2);
    const jobs = await startJobs(client, url, scheduledJobs);
    await jobs.stop();
    const schedules = await client.$queryRaw<unknown[]>`SELECT name FROM pgboss.schedule`;
    expect(schedules).toHaveLength(scheduledJobs.length);
    await client.$disconnect();
  });

  it("has a password that is new at every start", async () => {
    const again = await applicationUrl(database.url, role);
    const client = connect(again, 1);
    expect(await client.auditEvent.count()).toBeGreaterThan(0);
    await client.$disconnect();
    await expect(
      new pg.Client({ connectionString: again.replace(/:[^:@]+@/, ":wrong@") }).connect(),
    ).rejects.toThrow(/password/);
  });
});
