#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema-engine executable (`PRISMA_SCHEMA_ENGINE_BINARY`), which the Prisma CLI would
 * otherwise download: the same engine as WebAssembly. It speaks what the CLI speaks: newline-delimited JSON-RPC 2.0
 * over stdin and stdout, or one `cli <command>` as arguments.
 */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { MigrationDatabase } from "./engine/database.ts";
import { startSchemaEngine } from "./engine/wasm.ts";

type Request = { id: number | string; method?: string; params: unknown };
type Failure = Error & { code?: string; meta?: unknown };

const METHODS = [
  "applyMigrations",
  "createMigration",
  "dbExecute",
  "devDiagnostic",
  "diagnoseMigrationHistory",
  "diff",
  "ensureConnectionValidity",
  "evaluateDataLoss",
  "introspect",
  "markMigrationApplied",
  "markMigrationRolledBack",
  "reset",
  "schemaPush",
] as const satisfies (keyof SchemaEngine)[];

const args = process.argv.slice(2);
const valuesOf = (flag: string): string[] =>
  args.flatMap((arg, i) => (arg === flag ? [args[i + 1] ?? ""] : []));

function databaseUrl(): string {
  const given: { url?: string } = JSON.parse(valuesOf("--datasource")[0] ?? "{}");
  const url = given.url ?? process.env.DATABASE_URL;
  if (!url) throw new Error("No database: neither --datasource nor DATABASE_URL names one.");
  return url;
}

class EngineSession {
  readonly #database: MigrationDatabase;
  #engine: SchemaEngine | undefined;
  /** What was last applied, once something was. */
  #applied: unknown;

  constructor(database: MigrationDatabase) {
    this.#database = database;
  }

  /** The result of one method. Starting the engine is part of the first call, so that a failure to start is that call's error. */
  async call(method: string, params: unknown): Promise<unknown> {
    const engine = await this.#ready();
    if (method === "getDatabaseVersion") return engine.version();
    const known = METHODS.find((name) => name === method);
    if (!known) throw new Error(`This schema engine does not know ${method}.`);
    const run = engine[known].bind(engine) as (params: unknown) => Promise<unknown>;
    const result = await run(params);
    if (known === "applyMigrations" && hasApplied(result)) this.#applied = params;
    return result ?? {};
  }

  /**
   * Having applied a migration, an engine no longer finds its shadow database; a new one does, once it has diagnosed.
   * Only done when something follows: `migrate deploy` ends there, and its role may not be allowed to create databases.
   */
  async #ready(): Promise<SchemaEngine> {
    if (!this.#engine || this.#applied) this.#engine = await this.#start();
    if (this.#applied) {
      const { migrationsList, filters } = this.#applied as Parameters<SchemaEngine["devDiagnostic"]>[0];
      this.#applied = undefined;
      await this.#engine.devDiagnostic({ migrationsList, filters });
    }
    return this.#engine;
  }

  async #start(): Promise<SchemaEngine> {
    const read = async (path: string): Promise<[string, string]> => [path, await readFile(path, "utf8")];
    return startSchemaEngine(this.#database, await Promise.all(valuesOf("--datamodels").map(read)));
  }
}

function hasApplied(result: unknown): boolean {
  const names = (result as { appliedMigrationNames?: string[] } | undefined)?.appliedMigrationNames;
  return (names?.length ?? 0) > 0;
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

async function serve(session: EngineSession): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params }: Request = JSON.parse(line);
    if (!method) continue; // the CLI acknowledging a `print`
    try {
      const result = await session.call(method, params);
      const text = (result as { stdout?: string }).stdout;
      if (method === "diff" && text) send({ id: randomUUID(), method: "print", params: { content: text } });
      send({ id, result });
    } catch (thrown) {
      const { message, code, meta = null } = thrown as Failure;
      send({
        id,
        error: { code: 4466, message, data: { is_panic: false, message, error_code: code, meta } },
      });
    }
  }
}

const ADMINISTRATION: Record<string, (database: MigrationDatabase) => Promise<void>> = {
  "can-connect-to-database": (database) => database.check(),
  "create-database": (database) => database.create(),
  "drop-database": (database) => database.drop(),
};

/** Prisma's code for a connection error: no such database, wrong password, and otherwise unreachable. */
function prismaCode(sqlState: string | undefined): string {
  return sqlState === "3D000" ? "P1003" : sqlState === "28P01" ? "P1000" : "P1001";
}

async function administer(command: string, database: MigrationDatabase): Promise<number> {
  try {
    const run = ADMINISTRATION[command];
    if (!run) throw new Error(`This schema engine does not know the command ${command}.`);
    await run(database);
    return 0;
  } catch (thrown) {
    const { message, code } = thrown as Failure;
    const fields = { message, is_panic: false, error_code: prismaCode(code) };
    // The CLI skips the first line.
    console.error(`\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}`);
    return 1;
  }
}

const database = new MigrationDatabase(databaseUrl());
if (args.includes("cli")) process.exit(await administer(args[args.indexOf("cli") + 1] ?? "", database));
await serve(new EngineSession(database));
process.exit(0);
