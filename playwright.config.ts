import { defineConfig, devices } from "@playwright/test";

const { PRAKSIS_TEST_URL: baseURL, PRAKSIS_TEST_BROWSER: executablePath } = process.env;
if (!baseURL || !executablePath)
  throw new Error("The journeys need a site and a browser of their own: npm run test:e2e prepares both.");

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  forbidOnly: true,
  // A machine that stops for a moment must not hold up a release; whatever needed its second attempt is named at the end
  // of the run (docs/decisions/2026-11-22-second-attempts.md).
  retries: 1,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    ...devices["Desktop Chrome"],
    baseURL,
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] },
  },
  // A trace costs a third of the time of opening a page; a journey of many steps is worth it.
  projects: [
    // By far the longest: begun last, it would run to the end beside a worker that has nothing to do.
    { name: "thread", testMatch: "journeys/thread.test.ts", use: { trace: "retain-on-failure" } },
    { name: "pages", testMatch: "pages/**/*.test.ts" },
    {
      name: "journeys",
      testMatch: "journeys/**/*.test.ts",
      testIgnore: "journeys/thread.test.ts",
      use: { trace: "retain-on-failure" },
    },
  ],
});
