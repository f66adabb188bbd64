import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The name of the migrated template, and the server's own database to create copies from. */
    database: { template: string; server: string };
  }
}

/** Starts a PostgreSQL of its own for a test run, with one migrated database; stops and removes it afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const script = fileURLToPath(new URL("./serve-cluster.ts", import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`the test database ended with ${code}`)));
  });
  project.provide("database", JSON.parse(line));
  return () =>
    new Promise((resolve) => {
      child.once("exit", () => resolve());
      child.stdin.end();
    });
}
