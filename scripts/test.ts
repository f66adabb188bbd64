/** `npm test`: every suite in order, a summary, and one last line. `npm run test:rules` and the like run a part. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "../tests/setup/browser.ts";
import { generateClient } from "./app/generate.ts";
import { type Env, root, run, toolEnv } from "./process/run.ts";
import { leaveOnSignals, onShutdown, shutdown } from "./process/shutdown.ts";
import { main, Refusal, reasonOf } from "./say.ts";
import { getOutsideReaders } from "./testing/outside-readers.ts";
import { type Count, countPlaywright, countVitest, oneCheck } from "./testing/report.ts";
import { startTestSite } from "./testing/site.ts";

const reports = mkdtempSync(join(tmpdir(), "praksis-reports-"));
const tool = (path: string) => join(root, "node_modules", path);
const node = (script: string, args: string[], env: Env = {}) =>
  run(process.execPath, [tool(script), ...args], { env: toolEnv(env) });

async function types(): Promise<Count> {
  // Types of the routes, and the declarations for styles and pictures, are generated.
  const generated = await node("next/dist/bin/next", ["typegen"]);
  return oneCheck(generated === 0 && (await node("typescript/bin/tsc", ["--noEmit"])) === 0);
}

const lint = async (): Promise<Count> =>
  oneCheck((await node("@biomejs/biome/bin/biome", ["check", "--max-diagnostics=50", "."])) === 0);

const vitest =
  (name: string, files: readonly string[] = [], env: Env = {}) =>
  async (): Promise<Count> => {
    const report = join(reports, `${name}.json`);
    const args = [
      "run",
      "--project",
      name,
      ...files,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ];
    const code = await node("vitest/vitest.mjs", [...args, ...further], { NODE_ENV: "test", ...env });
    return countVitest(report, code);
  };

async function e2e(): Promise<Count> {
  const browser = await findBrowser();
  const site = await startTestSite();
  const report = join(reports, "e2e.json");
  const code = await node("@playwright/test/cli.js", ["test", "--reporter=list,json", ...further], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    PRAKSIS_TEST_BROWSER: browser,
    PRAKSIS_TEST_URL: site.url,
    PRAKSIS_TEST_SETTINGS: JSON.stringify(site.env),
    DATABASE_URL: site.databaseUrl,
  });
  return countPlaywright(report, code);
}

const SUITES: Record<string, () => Promise<Count>> = {
  types,
  lint,
  architecture: vitest("architecture"),
  rules: vitest("rules"),
  policy: vitest("policy"),
  db: vitest("db"),
  e2e,
};
/** The races and random schedules of design/trust.md in their full number; every run of the tests makes fewer. */
const FAULTS = [
  "tests/commands/enrolments/queue-model.test.ts",
  "tests/commands/certification/races.test.ts",
];
const FURTHER: typeof SUITES = { faults: vitest("db", FAULTS, { PRAKSIS_FULL_FAULTS: "1" }) };
/** `npm run test:db` is everything below the browser that needs a database. */
const PARTS: Record<string, string[]> = { db: ["policy", "db"] };

const [part, ...further] = process.argv.slice(2);

function suitesToRun(): string[] {
  if (!part) return Object.keys(SUITES);
  const names = PARTS[part] ?? [part];
  const there = { ...SUITES, ...FURTHER };
  if (names.every((name) => name in there)) return names;
  throw new Refusal(`There is no suite "${part}". There are: ${Object.keys(there).join(", ")}.`);
}

async function runSuite(name: string): Promise<Count> {
  console.log(`\n── ${name} ${"─".repeat(70 - name.length)}`);
  try {
    return (await (SUITES[name] ?? FURTHER[name])?.()) ?? oneCheck(false);
  } catch (thrown) {
    console.error(thrown instanceof Refusal ? thrown.message : thrown);
    return { ...oneCheck(false), note: reasonOf(thrown).split("\n")[0]?.slice(0, 100) };
  }
}

async function sayWhatCame(readers: Promise<string | null> | null): Promise<void> {
  const said = await readers;
  if (said) console.log(`\n${said}`);
}

await main(async () => {
  leaveOnSignals();
  onShutdown("the reports", async () => rmSync(reports, { recursive: true, force: true }));
  const names = suitesToRun();
  const results: (Count & { name: string; seconds: number })[] = [];
  try {
    await generateClient();
    // While the types are checked: `npm test` gets them, a part of it takes what is there.
    const readers = part ? null : getOutsideReaders();
    for (const name of names) {
      if (name === "rules") await sayWhatCame(readers);
      const began = Date.now();
      const count = await runSuite(name);
      results.push({ name, ...count, seconds: Math.round((Date.now() - began) / 1000) });
    }
  } finally {
    await shutdown();
  }
  console.log("\nsuite          passed  failed  skipped  seconds");
  for (const { name, passed, failed, skipped, seconds, note } of results)
    console.log(
      [name.padEnd(13), ...[passed, failed, skipped, seconds].map((n) => String(n).padStart(7))].join(" ") +
        (note ? `   (${note})` : ""),
    );
  const list = (heading: string, of: "failures" | "secondAttempts") => {
    const lines = results.flatMap((result) => result[of] ?? []);
    if (lines.length > 0) console.log(`\n${heading}:\n${lines.map((each) => `- ${each}`).join("\n")}`);
  };
  list("Passed only at the second attempt; find out why", "secondAttempts");
  list("Failed", "failures");
  const sum = (key: "passed" | "failed") => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
});
