/**
 * The production build as a folder that runs on its own. Each is kept under the fingerprint of its sources, so that a
 * start without changes builds nothing, and building never disturbs a server that still runs from an older one.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { claim } from "../process/claim.ts";
import { capture, root, toolEnv } from "../process/run.ts";
import { Refusal, reasonOf } from "../say.ts";
import { generateClient } from "./generate.ts";
import { BUILD_SOURCES, fingerprint } from "./sources.ts";

const RELEASES = join(root, "node_modules/.cache/praksis/releases");
const KEPT = 3;

/** The folder of the release that belongs to the sources as they are now, built if there is none. `say` is told before building. */
export async function currentRelease(say: (line: string) => void = () => {}): Promise<string> {
  makeWritable();
  const release = releaseOf();
  if (!existsSync(release)) {
    const giveBack = await buildClaim(say);
    try {
      if (!existsSync(release)) {
        say("Building the production build (once for each change of the sources) …");
        await build(release);
      }
    } finally {
      giveBack();
    }
  }
  const now = new Date();
  utimesSync(release, now, now);
  return release;
}

const releaseOf = (): string => join(RELEASES, fingerprint(BUILD_SOURCES).slice(0, 20));

function makeWritable(): void {
  try {
    mkdirSync(RELEASES, { recursive: true });
  } catch (thrown) {
    throw new Refusal(
      `The project folder cannot be written (${reasonOf(thrown)}). Start Praksis as the user who ran npm install.`,
    );
  }
}

async function buildClaim(say: (line: string) => void): Promise<() => void> {
  for (let waited = false; ; waited = true) {
    const giveBack = claim(join(RELEASES, "building.json"), "a build");
    if (giveBack) return giveBack;
    if (!waited) say("Waiting for another build to end …");
    await pause(500);
  }
}

async function build(release: string): Promise<void> {
  await generateClient();
  const next = join(root, "node_modules/next/dist/bin/next");
  const env = toolEnv({ NODE_ENV: "production", PRAKSIS_DIST_DIR: undefined });
  const { code, output } = await capture(process.execPath, [next, "build"], { env });
  if (code !== 0) throw new Refusal(`The production build failed:\n${output}`);
  const standalone = join(root, ".next/standalone");
  cpSync(join(root, ".next/static"), join(standalone, ".next/static"), { recursive: true });
  for (const part of ["public", "prisma/migrations"])
    if (existsSync(join(root, part))) cpSync(join(root, part), join(standalone, part), { recursive: true });
  rmSync(release, { recursive: true, force: true });
  renameSync(standalone, release); // the release appears whole or not at all
  for (const old of oldReleases()) rmSync(old, { recursive: true, force: true });
}

function oldReleases(): string[] {
  return readdirSync(RELEASES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(RELEASES, entry.name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    .slice(KEPT);
}
