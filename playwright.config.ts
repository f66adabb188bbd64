import { defineConfig, devices } from "@playwright/test";

const { PRAKSIS_TEST_URL: baseURL, PRAKSIS_TEST_BROWSER: executablePath } = process.env;
if (!baseURL || !executablePath)
  throw new Error("The journeys need a site and a browser of their own: npm run test:e2e prepares both.");

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  forbidOnly: true,
  retries: 0,
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
  projects: [
    // A trace costs a third of the time of opening a page; a journey of many steps is worth it.
    { name: "pages", testMatch: "pages/**/*.test.ts" },
    { name: "journeys", testMatch: "journeys/**/*.test.ts", use: { trace: "retain-on-failure" } },
  ],
});
