/**
 * `npm run bench:issuing`: issues 10,000 certificates on two instances of which one is killed again and again, and counts what came of it;
 * then hands out documents for the first time and says what each costs. `--quick` for a twentieth, `--documents` for the documents alone,
 * with as many certificates as they need and nobody killed.
 */
import { readFileSync, writeFileSync } from "node:fs";
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
import { type Documents, documentsInWords, measureDocuments } from "./documents.ts";
import { layGround } from "./ground.ts";
import { growCases } from "./grow-cases.ts";

const documentsOnly = process.argv.includes("--documents");
const quick = documentsOnly || process.argv.includes("--quick");
const EACH = 100;
const COHORTS = documentsOnly ? 10 : quick ? 5 : 100;
const KILLS = documentsOnly ? 0 : quick ? 4 : 20;
const DOCUMENTS = documentsOnly ? 500 : quick ? 250 : 1000;

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

/** Starts one instance that does nothing else, and has it hand out documents. */
async function handOut(site: Site): Promise<Documents> {
  const app = await startApp({ release: site.release, env: { ...site.env, PRAKSIS_BACKGROUND: "0" } });
  onShutdown("the instance", app.stop);
  const appPid = app.process.pid;
  if (!appPid) throw new Error("the instance has no process");
  const subject = { url: app.url, appPid, databasePid: site.databasePid };
  return measureDocuments(subject, site.databaseUrl, DOCUMENTS);
}

/** What was written at the last whole run: a run of the documents alone leaves the rest as it stands. */
const written = (): object => JSON.parse(readFileSync(join(root, "bench/issuing.json"), "utf8"));

await main(async () => {
  leaveOnSignals();
  try {
    const site = await startSite();
    const { cases } = await growCases(site.databaseUrl, COHORTS, EACH);
    const { seconds, killed } = await issueUnderKills(site, cases);
    await insistSound(site.databaseUrl);
    const issuing = documentsOnly
      ? {}
      : { at: new Date().toISOString(), cases, killed, perSecond: cases / seconds };
    const documents = { at: new Date().toISOString(), ...(await handOut(site)) };
    const result = { ...written(), ...issuing, documents };
    writeFileSync(join(root, "bench/issuing.json"), `${JSON.stringify(result, null, 2)}\n`);
    console.log(result);
    console.log(documentsInWords(documents));
  } finally {
    await shutdown();
  }
});
