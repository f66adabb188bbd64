/**
 * `npm run bench:issuing`: issues 10,000 certificates on two instances of which one is killed again and again, and counts what came of it;
 * then hands out documents for the first time and says what each costs. `--quick` for a twentieth.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { type App, startApp } from "../scripts/app/serve.ts";
import { query } from "../scripts/database/own.ts";
import { applicationUrl } from "../scripts/database/roles.ts";
import { root } from "../scripts/process/run.ts";
import { leaveOnSignals, onShutdown, shutdown } from "../scripts/process/shutdown.ts";
import { main } from "../scripts/say.ts";
import { testEnvironment } from "../scripts/testing/site.ts";
import { cpuMilliseconds } from "./cpu-time.ts";
import { layGround } from "./ground.ts";
import { growCases } from "./grow-cases.ts";

const quick = process.argv.includes("--quick");
const COHORTS = quick ? 5 : 100;
const EACH = 100;
const KILLS = quick ? 4 : 20;
const DOCUMENTS = quick ? 60 : 1000;

type Site = { release: string; env: Record<string, string>; databaseUrl: string; databasePid: number };

async function startSite(): Promise<Site> {
  const { release, databaseUrl, databasePid, files } = await layGround();
  const env = testEnvironment(await applicationUrl(databaseUrl), files);
  return { release, databaseUrl, databasePid, env: { ...env, PRAKSIS_URL: "http://127.0.0.1:3999" } };
}

const count = (url: string, sql: string): Promise<number> =>
  query(url, async (client: pg.Client) => Number((await client.query(sql)).rows[0].n));

const ISSUED =
  "SELECT count(*) AS n FROM issuing_run_item i JOIN issuing_run r ON r.id = i.run_id JOIN cohort c ON c.id = r.cohort_id WHERE i.state = 'issued' AND c.slug LIKE 'issuing-%'";
const LEFT = "SELECT count(*) AS n FROM issuing_run WHERE finished_at IS NULL";

/** Two instances work; every time that so many more are issued, one of them is killed where it stands, and another begins. */
async function issueUnderKills(site: Site, cases: number): Promise<{ seconds: number; killed: number }> {
  const instance = () => startApp({ release: site.release, env: site.env });
  const running: App[] = [await instance(), await instance()];
  onShutdown("the instances", async () => void (await Promise.all(running.map((app) => app.stop()))));
  const began = performance.now();
  let killed = 0;
  while ((await count(site.databaseUrl, LEFT)) > 0) {
    await pause(250);
    const issued = await count(site.databaseUrl, ISSUED);
    if (killed >= KILLS || issued < (cases / (KILLS + 1)) * (killed + 1)) continue;
    const victim = running.shift();
    victim?.process.kill("SIGKILL");
    killed++;
    console.log(`killed instance ${killed} of ${KILLS} at ${issued} of ${cases}`);
    running.push(await instance());
  }
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(running.splice(0).map((app) => app.stop()));
  return { seconds, killed };
}

/** Those of the demo get their credentials by the minute, which a short run does not wait for: what is counted by certificate is the bench's own. */
const PROBLEMS: Readonly<Record<string, string>> = {
  "cases with more or fewer than one certificate":
    "SELECT count(*) AS n FROM (SELECT i.case_id FROM issuing_run_item i LEFT JOIN certificate c ON c.case_id = i.case_id GROUP BY i.case_id HAVING count(c.id) <> 1) x",
  "numbers given twice": "SELECT count(*) - count(DISTINCT serial_number) AS n FROM certificate",
  "gaps in a year's numbers":
    "SELECT count(*) AS n FROM certificate_serial s, generate_series(1, s.last_number) g WHERE NOT EXISTS (SELECT 1 FROM certificate c WHERE c.serial_number = 'PX-' || s.year || '-' || lpad(g::text, 5, '0'))",
  "certificates without a credential or its two bits":
    "SELECT count(*) AS n FROM issuing_run_item i JOIN issuing_run r ON r.id = i.run_id JOIN cohort h ON h.id = r.cohort_id LEFT JOIN badge_credential b ON b.certificate_id = i.certificate_id WHERE h.slug LIKE 'issuing-%' AND (b.certificate_id IS NULL OR 2 <> (SELECT count(*) FROM status_list_entry e WHERE e.certificate_id = i.certificate_id))",
  "certificates without their mail or event":
    "SELECT count(*) AS n FROM issuing_run_item i JOIN certificate c ON c.id = i.certificate_id JOIN issuing_run r ON r.id = i.run_id JOIN cohort h ON h.id = r.cohort_id WHERE h.slug LIKE 'issuing-%' AND (1 <> (SELECT count(*) FROM outbox_mail m WHERE m.template = 'certificate-issued' AND m.params->>'serialNumber' = c.serial_number) OR 1 <> (SELECT count(*) FROM audit_event a WHERE a.entity_id = c.id::text AND a.action = 'certificate.issued'))",
  "cases left unreleased":
    "SELECT count(*) AS n FROM issuing_run_item i JOIN certification_case k ON k.id = i.case_id WHERE k.state NOT IN ('released', 'changed', 'collecting')",
  "items not issued": "SELECT count(*) AS n FROM issuing_run_item WHERE state <> 'issued'",
};

async function insistSound(url: string): Promise<void> {
  for (const [what, sql] of Object.entries(PROBLEMS)) {
    const found = await count(url, sql);
    console.log(`${what}: ${found}`);
    if (found !== 0) throw new Error(`${what}: ${found}`);
  }
}

const SIGN_IN = `
  INSERT INTO sign_in_session (id, person_id, token_hash, expires_at, ends_at)
  SELECT gen_random_uuid(), id, encode(sha256('bench-certifier'::bytea), 'hex'), now() + interval '12 hours', now() + interval '7 days'
  FROM person WHERE email = 'certifier@copi.example'`;

type HandedOut = { readonly perSecond: number; readonly appCpu: number; readonly databaseCpu: number };

/**
 * Hands out so many documents for the first time: signed, set with their codes, frozen. Then the same ones again, as they were frozen, which
 * is what the way to a document costs: signing in, Next, HTTP. The first less the second is what it costs to make one. As many are
 * handed out before anything is counted, because V8 has not compiled before what they run through. Milliseconds of CPU for each.
 */
async function handOut(
  site: Site,
): Promise<{ first: HandedOut; again: HandedOut; made: Omit<HandedOut, "perSecond"> }> {
  await query(site.databaseUrl, (client) => client.query(SIGN_IN));
  const ids = await query(site.databaseUrl, async (client) =>
    (
      await client.query<{ public_id: string }>(
        "SELECT c.public_id FROM certificate c JOIN issuing_run_item i ON i.certificate_id = c.id ORDER BY c.serial_number DESC LIMIT $1",
        [2 * DOCUMENTS],
      )
    ).rows.map((row) => row.public_id),
  );
  const app = await startApp({ release: site.release, env: site.env });
  onShutdown("the instance", app.stop);
  const get = async (id: string) => {
    const answer = await fetch(`${app.url}/api/certificates/${id}/pdf?lang=da`, {
      headers: { cookie: "praksis.session=bench-certifier" },
    });
    const bytes = await answer.arrayBuffer();
    if (answer.status !== 200 || bytes.byteLength < 10_000)
      throw new Error(`${id} answered ${answer.status}`);
  };
  const pid = app.process.pid ?? 0;
  const used = () => ({ app: cpuMilliseconds(pid), database: cpuMilliseconds(site.databasePid) });
  const getAll = async (left: string[]) => {
    const workers = Array.from({ length: 8 }, async () => {
      for (let id = left.pop(); id; id = left.pop()) await get(id);
    });
    await Promise.all(workers);
  };
  const allOf = async (left: string[]): Promise<HandedOut> => {
    const before = used();
    const began = performance.now();
    await getAll(left);
    const seconds = (performance.now() - began) / 1000;
    const after = used();
    return {
      perSecond: DOCUMENTS / seconds,
      appCpu: (after.app - before.app) / DOCUMENTS,
      databaseCpu: (after.database - before.database) / DOCUMENTS,
    };
  };
  const warm = ids.splice(0, DOCUMENTS);
  await getAll([...warm]);
  const first = await allOf([...ids]);
  await getAll(warm);
  const again = await allOf([...ids]);
  const made = { appCpu: first.appCpu - again.appCpu, databaseCpu: first.databaseCpu - again.databaseCpu };
  return { first, again, made };
}

await main(async () => {
  leaveOnSignals();
  try {
    const site = await startSite();
    const { cases } = await growCases(site.databaseUrl, COHORTS, EACH);
    const { seconds, killed } = await issueUnderKills(site, cases);
    await insistSound(site.databaseUrl);
    const { first, again, made } = await handOut(site);
    const perSecond = cases / seconds;
    const result = { at: new Date().toISOString(), cases, killed, perSecond, documents: first, again, made };
    writeFileSync(join(root, "bench/issuing.json"), `${JSON.stringify(result, null, 2)}\n`);
    console.log(result);
  } finally {
    await shutdown();
  }
});
