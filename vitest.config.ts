import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { generateSigningKeys } from "./lib/core/signing-keys.ts";

const root = fileURLToPath(new URL("./", import.meta.url));
const serverOnly = fileURLToPath(new URL("tests/setup/server-only.ts", import.meta.url));

/** Where handed-in files go while tests run. */
const filesFolder = mkdtempSync(join(tmpdir(), "praksis-test-files-"));
process.on("exit", () => rmSync(filesFolder, { recursive: true, force: true }));

/** What settings the code under test sees; its database is each file's own. */
const env = {
  TZ: "UTC",
  PRAKSIS_URL: "http://127.0.0.1:3000",
  PRAKSIS_SECRET: "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz",
  PRAKSIS_DEMO: "1",
  PRAKSIS_FILES_DIR: filesFolder,
  // Made at every run: a private key is never in the repository.
  PRAKSIS_SIGNING_KEYS: generateSigningKeys(2048),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
};

const suite = (name: string, include: string[], withDatabase: boolean) => ({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: serverOnly },
    ],
  },
  test: {
    name,
    include,
    env,
    environment: "node" as const,
    pool: "forks" as const,
    // A process for each file costs more than a second of it: tests/setup/one-process.ts.
    isolate: false,
    setupFiles: ["tests/setup/one-process.ts"],
    testTimeout: withDatabase ? 60_000 : 10_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    globalSetup: withDatabase ? ["tests/setup/database-server.ts"] : [],
  },
});

export default defineConfig({
  test: {
    // One worker less than there are cores, which is what Vitest takes by itself, leaves half of two cores waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      suite("architecture", ["tests/architecture/**/*.test.ts"], true),
      suite("rules", ["tests/rules/**/*.test.ts"], false),
      suite("policy", ["tests/policy/**/*.test.ts"], true),
      suite("db", ["tests/{commands,queries,faults}/**/*.test.ts"], true),
    ],
  },
});
