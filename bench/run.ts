/**
 * `npm run bench`: measures pages and writes beside the limits of the same machine in the same run, writes
 * bench/results.json and prints a table. `--quick` for a tenth of the requests; `--check` for the check of a certificate alone, which is
 * printed and not written down.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { query } from "../scripts/database/own.ts";
import { root } from "../scripts/process/run.ts";
import { leaveOnSignals, shutdown } from "../scripts/process/shutdown.ts";
import { main } from "../scripts/say.ts";
import { type Limits, measureLimits } from "./limits.ts";
import { type Figure, measure, type Plan, type Subject } from "./measure.ts";
import { admitPlan, applyPlan, readingPlans } from "./plans.ts";
import { startSubject } from "./subject.ts";
import { measureWeights } from "./weights.ts";

const scale = process.argv.includes("--quick") ? 0.1 : 1;
const READS = 2000 * scale;
const WRITES = 600 * scale;

/** Shown with as many digits as say something. */
const short = (n: number): string =>
  n >= 100 ? Math.round(n).toString() : n >= 10 ? n.toFixed(1) : n.toFixed(2);

function table(figures: readonly Figure[], limits: Limits): string {
  const head = [
    "",
    "req/s",
    "of hello",
    "p50 ms",
    "p95 ms",
    "app CPU ms",
    "db CPU ms",
    "statements",
    "round trips",
    "bytes",
    "wrong",
  ];
  const rows = figures.map((figure) => [
    figure.name,
    short(figure.perSecond),
    `1/${short(limits.helloPerSecond / figure.perSecond)}`,
    short(figure.p50),
    short(figure.p95),
    short(figure.appCpu),
    short(figure.databaseCpu),
    short(figure.statements),
    short(figure.roundTrips),
    short(figure.bytes),
    String(figure.wrong),
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...rows]
    .map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("  "))
    .join("\n");
}

/** The public ids of every certificate there is. */
const publicIdsOf = (databaseUrl: string): Promise<string[]> =>
  query(databaseUrl, async (client) =>
    (await client.query<{ public_id: string }>("SELECT public_id FROM certificate")).rows.map(
      (row) => row.public_id,
    ),
  );

/** Each plan's figure, in their order. */
async function measureAll(subject: Subject, plans: readonly Plan[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const plan of plans) {
    if (plan.warm > 0) await measure(subject, { ...plan, amount: plan.warm });
    figures.push(await measure(subject, plan));
    console.log(`measured ${plan.name}`);
  }
  return figures;
}

/** The check of a certificate by strangers, beside the limits of the same run. */
async function benchCheck(): Promise<void> {
  const { subject, databaseUrl } = await startSubject({ cohorts: 2, people: 2 });
  const plans = readingPlans(READS, await publicIdsOf(databaseUrl));
  const figures = await measureAll(
    subject,
    plans.filter(({ name }) => name.startsWith("verify")),
  );
  console.log(`\n${table(figures, await measureLimits(databaseUrl, scale === 1 ? 5 : 1))}`);
}

async function bench(): Promise<void> {
  const { subject, grown, databaseUrl } = await startSubject({ cohorts: 200, people: 2000 });
  const publicIds = await publicIdsOf(databaseUrl);
  const plans = [
    ...readingPlans(READS, publicIds),
    await applyPlan(subject, grown, WRITES),
    await admitPlan(subject, grown, WRITES),
  ];
  const figures = await measureAll(subject, plans);
  const limits = await measureLimits(databaseUrl, scale === 1 ? 5 : 1);
  const scripts = await measureWeights(subject.url);
  // The write that has to be exact, beside what PostgreSQL does of the same kind with nothing around it.
  const admission = figures.find((figure) => figure.name === "admission");
  const admissionShareOfRaw = (admission?.perSecond ?? 0) / limits.enrolPerSecondOneCohort;
  const machine = { cores: availableParallelism(), node: process.version };
  writeFileSync(
    join(root, "bench/results.json"),
    `${JSON.stringify({ at: new Date().toISOString(), machine, limits, admissionShareOfRaw, figures, scripts }, null, 2)}\n`,
  );
  console.log(`\n${table(figures, limits)}\n`);
  for (const { path, bytes, budget } of scripts)
    console.log(`scripts of ${path}: ${Math.round(bytes / 1000)} kB compressed, of ${budget / 1000}`);
  console.log(
    `limits of the same run: node:http hello ${short(limits.helloPerSecond)}/s, the catalogue's query by pg ${short(limits.queryPerSecond)}/s, ` +
      `"lock, count, insert" on one cohort ${short(limits.enrolPerSecondOneCohort)}/s and spread ${short(limits.enrolPerSecondSpread)}/s`,
  );
  console.log(
    `an admission over HTTP, with its page: ${short(admissionShareOfRaw * 100)} % of the raw rate on one cohort of the same run`,
  );
  const seats = await query(
    databaseUrl,
    async (client) =>
      (await client.query("SELECT count(*)::int AS n FROM seat WHERE cohort_id = $1", [grown.admitTo.id]))
        .rows[0].n,
  );
  if (seats !== WRITES) throw new Error(`${WRITES} were admitted, and ${seats} have a seat`);
  const wrong = figures.reduce((sum, figure) => sum + figure.wrong, 0);
  if (wrong > 0) throw new Error(`${wrong} answers were not what was expected`);
}

await main(async () => {
  leaveOnSignals();
  try {
    await (process.argv.includes("--check") ? benchCheck() : bench());
  } finally {
    await shutdown();
  }
});
