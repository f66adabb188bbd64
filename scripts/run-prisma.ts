import { join } from "node:path";
import { capture, root, run, toolEnv } from "./process/run.ts";

const CLI = join(root, "node_modules/prisma/build/index.js");
const ENGINE = join(root, "prisma/schema-engine.ts");

const envFor = (url: string | undefined) =>
  toolEnv({ PRISMA_SCHEMA_ENGINE_BINARY: ENGINE, ...(url ? { DATABASE_URL: url } : {}) });

/** Runs Prisma's CLI in this terminal, on the database of `url`; resolves to its exit code. Nothing is downloaded. */
export function runPrisma(args: string[], url?: string): Promise<number> {
  return run(process.execPath, [CLI, ...args], { env: envFor(url) });
}

/** Runs Prisma's CLI quietly, on the database of `url`; resolves to its exit code and what it printed. */
export function capturePrisma(args: string[], url?: string): Promise<{ code: number; output: string }> {
  return capture(process.execPath, [CLI, ...args], { env: envFor(url) });
}
