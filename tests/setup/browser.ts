/** Finds a browser for the tests, and gets one when there is none. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { root, run, toolEnv } from "../../scripts/process/run.ts";
import { Refusal } from "../../scripts/say.ts";

/** Root may not use Chromium's sandbox; everybody else keeps it. */
export const browserArgs = (): string[] => (process.getuid?.() === 0 ? ["--no-sandbox"] : []);

/** It is there, and has the libraries it needs. */
const works = (path: string | undefined): path is string =>
  Boolean(path) &&
  spawnSync(path ?? "", [...browserArgs(), "--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;

function candidates(): (string | undefined)[] {
  return [
    chromium.executablePath(),
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
}

async function attempt(command: string, args: string[]): Promise<void> {
  console.log(`No browser found. Trying: ${command} ${args.join(" ")}`);
  try {
    await run(command, args, { env: toolEnv({ DEBIAN_FRONTEND: "noninteractive" }) });
  } catch {
    // the command itself is not there
  }
}

const INSTALLATIONS: (() => Promise<void>)[] = [
  () =>
    attempt(process.execPath, [join(root, "node_modules/@playwright/test/cli.js"), "install", "chromium"]),
  async () => {
    const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
    for (const rest of [
      ["update", "-q"],
      ["install", "-y", "-q", "--no-install-recommends", "chromium"],
    ]) {
      const [command = "apt-get", ...args] = [...asRoot, "apt-get", ...rest];
      await attempt(command, args);
    }
  },
];

/** The path of a browser that runs: Playwright's own, otherwise the machine's, otherwise one installed now. */
export async function findBrowser(): Promise<string> {
  const found = () => candidates().find(works);
  let path = found();
  for (const install of INSTALLATIONS) {
    if (path) break;
    await install();
    path = found();
  }
  if (path) return path;
  throw new Refusal(
    "The tests need a browser, and none could be found or installed. Install Chromium or Google Chrome and name it: CHROMIUM_PATH=/path/to/chromium npm test",
  );
}
