import "server-only";
import { PgBoss } from "pg-boss";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { logFault } from "@/lib/core/fault";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { ScheduledJob } from "./scheduled-jobs";

/** Running jobs. `stop` resolves when those in hand have ended, or after ten seconds. */
export type Jobs = { stop(): Promise<void> };

/** The zone that `cron` is read in: the installation's offices. */
const STOP_WITHIN_MS = 10_000;

/**
 * Runs `jobs` on their schedules (pg-boss, in the schema `pgboss` of the same database). Of several processes one takes each
 * job; a failed one is tried twice more, a killed one after five minutes.
 */
export async function startJobs(
  client: PrismaClient,
  databaseUrl: string,
  jobs: readonly ScheduledJob[],
): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: databaseUrl, application_name: "praksis-jobs", max: 3 });
  boss.on("error", (error) => logFault({ worker: "jobs" }, error));
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name, {
      // One waiting and one running at most: a job that takes longer than its interval is not piled up.
      policy: "stately",
      retryLimit: 2,
      retryDelay: 30,
      retryBackoff: true,
      expireInSeconds: 300,
      deleteAfterSeconds: 7 * 86_400,
    });
    await boss.schedule(job.name, job.cron, null, { tz: CIVIL_ZONE, missed: "once" });
    await boss.work(job.name, { pollingIntervalSeconds: 10 }, () => run(job, client));
  }
  const names = new Set(jobs.map((job) => job.name));
  for (const { name } of await boss.getSchedules()) if (!names.has(name)) await boss.unschedule(name);
  return {
    async stop() {
      await boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
    },
  };
}

async function run(job: ScheduledJob, client: PrismaClient): Promise<Readonly<Record<string, number>>> {
  try {
    return await job.run(client, new Date());
  } catch (error) {
    const reference = logFault({ job: job.name }, error);
    // pg-boss keeps what is thrown, and shows it: the number only, since a message may quote what somebody wrote.
    throw new Error(`reference ${reference}`);
  }
}
