/**
 * A worker runs one test file after the other in one process, which spares each the time of loading the same libraries. What a
 * file leaves in the process goes with its last test: its databases, its settings, and every module of the project.
 */

import type { Pool } from "pg";
import { afterAll, vi } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import { dropDatabases } from "./database";

const shared = globalThis as unknown as {
  praksisDatabase?: PrismaClient;
  praksisPool?: Pool;
  praksisChecks?: unknown;
};
const environment = { ...process.env };

afterAll(async () => {
  await shared.praksisDatabase?.$disconnect();
  delete shared.praksisDatabase;
  await shared.praksisPool?.end();
  delete shared.praksisPool;
  delete shared.praksisChecks;
  await dropDatabases();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  vi.resetModules();
});
