import { beforeAll, describe, expect, it } from "vitest";
import type { Acting } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { locales } from "@/lib/i18n/locales";
import da from "@/lib/i18n/messages/da/admin.json";
import en from "@/lib/i18n/messages/en/admin.json";
import sv from "@/lib/i18n/messages/sv/admin.json";
import { listJobs } from "@/lib/jobs/queries/list-jobs";
import { rhythmOf } from "@/lib/jobs/rules/rhythm";
import { scheduledJobs } from "@/lib/jobs/scheduled-jobs";
import { startJobs } from "@/lib/jobs/start-jobs";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
let url: string;
beforeAll(async () => {
  ({ client, url } = await testDatabase());
});

const acting: Acting = { personId: null, permission: "installation.view", role: "admin", grants: [] };

it("knows each job by one name, and pg-boss takes every schedule", async () => {
  const names = scheduledJobs.map((job) => job.name);
  expect(new Set(names).size).toBe(names.length);
  // Before pg-boss has made its tables, nothing has run.
  expect(await listJobs(acting)).toMatchObject(
    names.map((name) => ({ name, lastDoneAt: null, failures: 0 })),
  );
  const jobs = await startJobs(client, url, scheduledJobs);
  const stored = await client.$queryRaw<
    { name: string; cron: string }[]
  >`SELECT name, cron FROM pgboss.schedule`;
  expect(stored.map((row) => row.name).sort()).toEqual([...names].sort());
  await jobs.stop();
});

it("forgets the schedule of a job that is no longer there", async () => {
  const jobs = await startJobs(client, url, scheduledJobs.slice(0, 1));
  const stored = await client.$queryRaw<unknown[]>`SELECT name FROM pgboss.schedule`;
  expect(stored).toHaveLength(1);
  await jobs.stop();
});

it("runs a job that was asked for, and shows that it was done; of a fault it shows the number only", async () => {
  let runs = 0;
  const good = {
    name: "test.good",
    cron: "0 0 1 1 *",
    run: async () => {
      runs++;
      return { done: 1 };
    },
  };
  const bad = {
    name: "test.bad",
    cron: "0 0 1 1 *",
    run: async (): Promise<Record<string, number>> => {
      throw new Error("anna@odense.example is the reason");
    },
  };
  const jobs = await startJobs(client, url, [good, bad]);
  await client.$executeRaw`
    INSERT INTO pgboss.job (name, data, retry_limit, policy) VALUES ('test.good', '{}', 0, 'stately'), ('test.bad', '{}', 0, 'stately')`;
  const states = () =>
    client.$queryRaw<{ name: string; state: string; output: unknown }[]>`
      SELECT name, state::text AS state, output FROM pgboss.job WHERE name LIKE 'test.%' ORDER BY name`;
  await expect
    .poll(async () => (await states()).map((row) => row.state), { timeout: 30_000, interval: 200 })
    .toEqual(["failed", "completed"]);
  expect(runs).toBe(1);
  const [failed, completed] = await states();
  expect(JSON.stringify(failed?.output)).toMatch(/reference [0-9A-F]{8}/);
  expect(JSON.stringify(failed?.output)).not.toContain("anna");
  expect(completed?.output).toEqual({ done: 1 });
  await jobs.stop();
});

describe("every scheduled job", () => {
  const names = { da: da.jobs.names, sv: sv.jobs.names, en: en.jobs.names };
  it.each(scheduledJobs.map(({ name, cron }) => [name, cron]))("%s is told in words", (name, cron) => {
    expect(rhythmOf(cron)).not.toBeNull();
    for (const locale of locales) expect(Object.keys(names[locale])).toContain(name.replace(".", "_"));
  });
});
