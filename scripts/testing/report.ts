/** What a suite of tests came to. */
import { readFileSync } from "node:fs";

export type Count = { passed: number; failed: number; skipped: number; note?: string };

/** One check that either passed or failed as a whole. */
export const oneCheck = (passed: boolean): Count => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
});

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** Counts Vitest's JSON report. A file that failed without a failed test (it could not be loaded, a hook broke) counts as one. */
export function countVitest(file: string, exitCode: number): Count {
  const report: VitestReport = read(file);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((one) => one.status === "failed"),
  );
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    exitCode,
  );
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** Counts Playwright's JSON report. A test that passed only at a second attempt has failed. */
export function countPlaywright(file: string, exitCode: number): Count {
  const { stats, errors }: PlaywrightReport = read(file);
  return honest(
    {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    },
    exitCode,
  );
}

/** A suite that ran nothing, or whose tool failed without naming a test, has not passed. */
function honest(count: Count, exitCode: number): Count {
  if (count.failed > 0) return count;
  if (count.passed === 0) return { ...count, failed: 1, note: "no test ran" };
  if (exitCode !== 0) return { ...count, failed: 1, note: `the tool ended with code ${exitCode}` };
  return count;
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8"));
}
