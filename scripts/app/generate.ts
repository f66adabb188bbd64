import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../process/run.ts";
import { capturePrisma } from "../run-prisma.ts";
import { Refusal } from "../say.ts";
import { fingerprint } from "./sources.ts";

const MARK = join(root, "lib/db/generated/.made-from");

/** Generates the database client unless it was made from the schema as it is now. */
export async function generateClient(): Promise<void> {
  const sources = fingerprint(["prisma/schema", "node_modules/prisma/package.json"]);
  if (existsSync(MARK) && readFileSync(MARK, "utf8") === sources) return;
  const { code, output } = await capturePrisma(["generate"]);
  if (code !== 0) throw new Refusal(`The database client could not be generated:\n${output}`);
  writeFileSync(MARK, sources);
}
