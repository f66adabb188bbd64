/**
 * Programs and libraries that were not written here, by which the tests read what Praksis writes: documents, codes, credentials, calendars.
 * Where one is missing its tests are skipped, and counted as skipped; on Debian they are got first, where that is possible.
 */
import { capture, toolEnv } from "../process/run.ts";

/** Debian's names. */
const PACKAGES = [
  "poppler-utils",
  "python3-cryptography",
  "python3-icalendar",
  "python3-jwcrypto",
  "python3-pyld",
  "zbar-tools",
];

/** Seconds for each look across the network; whoever has none waits no longer than that. */
const PATIENCE = 25;

/** No question asked, no recommended packages, little patience with a mirror or another apt-get. */
const APT = [
  "apt-get",
  "-y",
  "-q",
  "--no-install-recommends",
  "-o",
  "Acquire::Retries=0",
  "-o",
  "Acquire::http::Timeout=5",
  "-o",
  "DPkg::Lock::Timeout=5",
];

/** Whether a command ended well; not when it is not there. */
async function went(command: readonly string[]): Promise<boolean> {
  const [program = "", ...args] = command;
  const env = toolEnv({ DEBIAN_FRONTEND: "noninteractive" });
  return capture(program, args, { env }).then(
    ({ code }) => code === 0,
    () => false,
  );
}

async function missingPackages(): Promise<string[]> {
  const found = await Promise.all(
    PACKAGES.map(async (name) => {
      const status = await capture("dpkg-query", ["-W", "-f", "$" + "{db:Status-Status}", name]);
      return status.code === 0 && status.output === "installed";
    }),
  );
  return PACKAGES.filter((_, index) => !found[index]);
}

async function install(names: readonly string[]): Promise<boolean> {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const within = (seconds: number) => [...asRoot, "timeout", String(seconds), ...APT];
  // What can be stopped at any time first: an installation that is cut short leaves a machine that somebody has to mend.
  const download = () => went([...within(PATIENCE), "install", "--download-only", ...names]);
  const downloaded =
    (await download()) || ((await went([...within(PATIENCE), "update"])) && (await download()));
  return downloaded && went([...asRoot, ...APT, "install", "--no-download", ...names]);
}

/**
 * Gets what is missing by apt-get, and says in a sentence what came of it; null where nothing is missing or this is no Debian. Never throws:
 * tests that cannot be run for want of somebody else's program are no failed tests.
 */
export async function getOutsideReaders(): Promise<string | null> {
  if (!(await went(["dpkg-query", "--version"])) || !(await went(["timeout", "1", "true"]))) return null;
  const missing = await missingPackages().catch(() => []);
  if (missing.length === 0) return null;
  const names = missing.join(" ");
  if (await install(missing)) return `Installed for the tests: ${names}`;
  return `Not here and not to be had, so that their tests are skipped: ${names} (apt-get install ${names})`;
}
