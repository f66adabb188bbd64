/** Tells whether what was made from the sources (generated client, production build) still belongs to them. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../process/run.ts";

const GENERATED = "lib/db/generated";

/** What the production build is made of. */
export const BUILD_SOURCES = [
  "app",
  "assets",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "prisma/migrations",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "tailwind.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return yield path;
  if (relative(root, path) === GENERATED) return;
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

/** A fingerprint of the names and contents of files and folders, given relative to the project. */
export function fingerprint(paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths)
    for (const file of filesUnder(join(root, path)))
      hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}
