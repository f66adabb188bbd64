import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import { scheduledJobs } from "@/lib/jobs/scheduled-jobs";

/** How a scheduled job has been doing in the last week. */
export type JobHealth = {
  readonly name: string;
  readonly cron: string;
  readonly lastDoneAt: Date | null;
  readonly lastFailedAt: Date | null;
  /** What the last failure said: a reference number. */
  readonly lastFailure: string | null;
  readonly failures: number;
};

/** Every scheduled job with its health, out of pg-boss's own table; empty for whoever may not see the installation. */
export async function listJobs(acting: Acting): Promise<JobHealth[]> {
  if (acting.permission !== "installation.view") return [];
  const [schema] = await database().$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('pgboss.job') IS NOT NULL AS there`;
  // pg-boss makes its tables when it first starts; until then nothing has run.
  const found = schema?.there
    ? await database().$queryRaw<Omit<JobHealth, "cron">[]>`
        SELECT name,
               max(completed_on) FILTER (WHERE state = 'completed') AS "lastDoneAt",
               max(completed_on) FILTER (WHERE state = 'failed') AS "lastFailedAt",
               (array_agg(output->>'message' ORDER BY completed_on DESC) FILTER (WHERE state = 'failed'))[1] AS "lastFailure",
               (count(*) FILTER (WHERE state = 'failed'))::int AS failures
        FROM pgboss.job GROUP BY name`
    : [];
  return scheduledJobs.map(({ name, cron }) => {
    const health = found.find((job) => job.name === name);
    return {
      name,
      cron,
      lastDoneAt: health?.lastDoneAt ?? null,
      lastFailedAt: health?.lastFailedAt ?? null,
      lastFailure: health?.lastFailure ?? null,
      failures: health?.failures ?? 0,
    };
  });
}
