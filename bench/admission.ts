/**
 * `npm run bench:admission`: promise 1 of design/trust.md over HTTP. On two production instances with one database, 300 people hand in their
 * applications at once, and then staff admit 300 at once to 30 seats; every request is the page's own form, as a browser without scripts sends
 * it. Fails where an answer is not what it should be, a seat is given twice or too often, or the queue has a gap. The control without the lock is
 * tests/commands/enrolments/race-control.test.ts.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { type App, startApp } from "../scripts/app/serve.ts";
import { query } from "../scripts/database/own.ts";
import { applicationUrl } from "../scripts/database/roles.ts";
import { root } from "../scripts/process/run.ts";
import { leaveOnSignals, onShutdown, shutdown } from "../scripts/process/shutdown.ts";
import { main } from "../scripts/say.ts";
import { testEnvironment } from "../scripts/testing/site.ts";
import { layGround } from "./ground.ts";
import { type Grown, grow } from "./grow.ts";
import type { Sent } from "./measure.ts";
import { admitPlan, applyPlan } from "./plans.ts";

const PEOPLE = 300;
const SEATS = 30;

type Site = { readonly databaseUrl: string; readonly grown: Grown; readonly instances: readonly App[] };

async function startSite(): Promise<Site> {
  const { release, databaseUrl, files } = await layGround();
  const grown = await grow(databaseUrl, { cohorts: 2, people: PEOPLE });
  await query(databaseUrl, (client) =>
    client.query("UPDATE cohort SET capacity = $2 WHERE id = $1", [grown.admitTo.id, SEATS]),
  );
  // One set of secrets: a form that one instance has rendered is understood by the other.
  const env = testEnvironment(await applicationUrl(databaseUrl), files);
  const instances = await Promise.all([startApp({ release, env }), startApp({ release, env })]);
  for (const app of instances) onShutdown("an instance", app.stop);
  return { databaseUrl, grown, instances };
}

/** How often each status was answered, and how long it took until half of the answers, and all of them, were there. */
type Rush = {
  readonly statuses: Record<string, number>;
  readonly halfSeconds: number;
  readonly seconds: number;
};

/** Sends everything at once, half of it to each instance. */
async function rush({ instances }: Site, sent: readonly Sent[]): Promise<Rush> {
  const statuses: Record<string, number> = {};
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(
    sent.map(async ({ path, headers, body }, index) => {
      const { url } = instances[index % instances.length] as App;
      const answer = await fetch(url + path, {
        method: "POST",
        headers: { ...headers, origin: url },
        body: body ? new Uint8Array(body) : null,
        redirect: "manual",
      });
      await answer.arrayBuffer();
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      times.push((performance.now() - began) / 1000);
    }),
  );
  times.sort((a, b) => a - b);
  const round = (seconds: number) => Math.round(seconds * 100) / 100;
  return { statuses, halfSeconds: round(times[times.length >> 1] ?? 0), seconds: round(times.at(-1) ?? 0) };
}

function insist(what: string, found: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(expected)];
  console.log(`${what}: ${is}`);
  if (is !== should) throw new Error(`${what}: ${is} instead of ${should}`);
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

/** What the database holds afterwards, read past the application. */
async function standing({ databaseUrl, grown }: Site) {
  const { admitTo, applyTo } = grown;
  return query(databaseUrl, async (client: pg.Client) => {
    const list = async (sql: string, id: string) =>
      (await client.query<{ n: number }>(sql, [id])).rows.map((row) => row.n);
    return {
      submitted: await list(
        "SELECT count(*)::int AS n FROM application WHERE cohort_id = $1 AND submitted_at IS NOT NULL",
        applyTo.id,
      ),
      seats: await list("SELECT number AS n FROM seat WHERE cohort_id = $1 ORDER BY number", admitTo.id),
      queue: await list(
        "SELECT position AS n FROM waitlist_entry WHERE cohort_id = $1 AND state = 'waiting' ORDER BY position",
        admitTo.id,
      ),
      people: await list(
        `SELECT count(DISTINCT person_id)::int AS n FROM (
           SELECT e.person_id FROM enrolment e JOIN seat s ON s.enrolment_id = e.id WHERE e.cohort_id = $1
           UNION ALL SELECT a.person_id FROM waitlist_entry w JOIN application a ON a.id = w.application_id WHERE w.cohort_id = $1) x`,
        admitTo.id,
      ),
      mails: await list(
        "SELECT count(*)::int AS n FROM outbox_mail WHERE template IN ('application-admitted', 'application-waitlisted') AND params->>'cohort' = (SELECT name FROM cohort WHERE id = $1)",
        admitTo.id,
      ),
    };
  });
}

await main(async () => {
  leaveOnSignals();
  try {
    const site = await startSite();
    const [first] = site.instances as [App, App];
    const everybody = <T>(next: () => T) => Array.from({ length: PEOPLE }, next);
    const applying = await applyPlan(first, site.grown, PEOPLE);
    const applied = await rush(site, everybody(applying.next));
    insist("answers to 300 who apply at once", applied.statuses, { [applying.expect]: PEOPLE });
    const admitting = await admitPlan(first, site.grown, PEOPLE);
    const admitted = await rush(site, everybody(admitting.next));
    insist("answers to 300 who are admitted at once", admitted.statuses, { [admitting.expect]: PEOPLE });
    const { submitted, seats, queue, people, mails } = await standing(site);
    insist("applications handed in", submitted, [PEOPLE]);
    insist("seats", seats, numbersTo(SEATS));
    insist("places in the queue", queue, numbersTo(PEOPLE - SEATS));
    insist("people who sit or wait", people, [PEOPLE]);
    insist("letters", mails, [PEOPLE]);
    const figures = { at: new Date().toISOString(), instances: 2, people: PEOPLE, seats: seats.length };
    const result = { ...figures, queued: queue.length, applied, admitted };
    writeFileSync(join(root, "bench/admission.json"), `${JSON.stringify(result, null, 2)}\n`);
    console.log(result);
  } finally {
    await shutdown();
  }
});
