/** Runs PostgreSQL's own programs, as the right user and in a small environment that holds none of our secrets. */
import { type ChildProcess, spawn } from "node:child_process";
import { chownSync } from "node:fs";
import { join } from "node:path";
import { type Binaries, findBinaries, linkLibraries } from "./binaries.ts";
import { type DatabaseUser, databaseUser } from "./postgres-user.ts";

export class Programs {
  readonly #binaries: Binaries;
  readonly #libraries: string;
  readonly #user: DatabaseUser;

  /** `folder` is where the server's data will be; `libraries` a folder to make for links to shared libraries. */
  constructor(folder: string, libraries: string) {
    this.#binaries = findBinaries();
    this.#libraries = linkLibraries(this.#binaries.home, libraries);
    this.#user = databaseUser([this.#binaries.postgres, this.#libraries, folder]);
  }

  /** Gives a file or folder to the user whom the programs run as. */
  own(path: string): void {
    if (this.#user.owner) chownSync(path, this.#user.owner.uid, this.#user.owner.gid);
  }

  /** Starts `initdb` or `postgres`; everything it prints goes to the open file `output`. Ctrl-C in the terminal does not reach it. */
  spawn(program: "initdb" | "postgres", args: string[], output: number): ChildProcess {
    const [command = "", ...rest] = [...this.#user.prefix, this.#binaries[program], ...args];
    return spawn(command, rest, {
      ...this.#user.ids,
      cwd: "/",
      detached: true,
      stdio: ["ignore", output, output],
      env: {
        PATH: process.env.PATH,
        LC_ALL: "C",
        TZ: "UTC",
        [process.platform === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH"]: [
          this.#libraries,
          join(this.#binaries.home, "lib"),
        ].join(":"),
      } as unknown as NodeJS.ProcessEnv,
    });
  }
}
