/** What a suite of tests came to. */
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

export type Count = {
  passed: number;
  failed: number;
  skipped: number;
  note?: string;
  /** Which tests failed, and the first line of why. */
  failures?: readonly string[];
  /** Which tests passed only at their second attempt, and the first line of why the first one failed. */
  secondAttempts?: readonly string[];
};

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
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
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
      failures: [
        ...broken.map(({ name, message }) => failure(name, message)),
        ...report.testResults.flatMap(({ name, assertionResults }) =>
          assertionResults
            .filter(({ status }) => status === "failed")
            .map(({ fullName, failureMessages }) => failure(`${name} › ${fullName}`, failureMessages?.[0])),
        ),
      ],
    },
    exitCode,
  );
}

/** One line about a test that failed: the terminal's colours and the folder of the project are left out. */
function failure(name: string, message = ""): string {
  const [first = ""] = stripVTControlCharacters(message).trim().split("\n");
  return `${name.replace(`${process.cwd()}/`, "")}: ${first.slice(0, 200)}`;
}

type PlaywrightSuite = {
  specs?: {
    file: string;
    title: string;
    ok: boolean;
    tests: { status: string; results: { error?: { message?: string } }[] }[];
  }[];
  suites?: PlaywrightSuite[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
};

type Spec = NonNullable<PlaywrightSuite["specs"]>[number];

const specsOf = ({ specs = [], suites = [] }: PlaywrightSuite): Spec[] => [
  ...specs,
  ...suites.flatMap(specsOf),
];

/** A line about a test of the browser's: what went wrong at its first attempt. */
const firstTrouble = ({ file, title, tests }: Spec): string =>
  failure(`${file} › ${title}`, tests[0]?.results[0]?.error?.message);

/** Counts Playwright's JSON report. A test that passed only at its second attempt has passed, and is named. */
export function countPlaywright(file: string, exitCode: number): Count {
  const { stats, errors, suites }: PlaywrightReport = read(file);
  const specs = suites.flatMap(specsOf);
  return honest(
    {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
      failures: [
        ...errors.map(({ message }) => failure("e2e", message)),
        ...specs.filter(({ ok }) => !ok).map(firstTrouble),
      ],
      secondAttempts: specs
        .filter(({ tests }) => tests.some(({ status }) => status === "flaky"))
        .map(firstTrouble),
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
