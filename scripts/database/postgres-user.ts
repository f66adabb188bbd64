/**
 * PostgreSQL refuses to run as root. When we are root, its processes run as the system user `postgres`, who must be
 * able to reach both the programs and the data, wherever on the disk the project was put.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { Refusal, reasonOf } from "../say.ts";

/** How to run a program as the database's user: behind `prefix`, with `ids`. `owner` is whom the data must belong to; none = us. */
export type DatabaseUser = { prefix: string[]; ids: Partial<Ids>; owner?: Ids };
type Ids = { uid: number; gid: number };

const NAME = "postgres";

function lookUp(): Ids | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, NAME], { encoding: "utf8", stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function create(): Ids | undefined {
  try {
    execFileSync(
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME],
      {
        stdio: "pipe",
      },
    );
  } catch (thrown) {
    throw new Refusal(
      `PostgreSQL does not run as root, and the system user "${NAME}" could not be created (${reasonOf(thrown).split("\n")[0]}). Create it, or start Praksis as an ordinary user.`,
    );
  }
  return lookUp();
}

function mayReach({ prefix, ids }: DatabaseUser, paths: string[]): boolean {
  const [command = "ls", ...args] = [...prefix, "ls", "-d", ...paths];
  return spawnSync(command, args, { stdio: "ignore", cwd: "/", ...ids }).status === 0;
}

/**
 * The user whom PostgreSQL runs as: ourselves, or `postgres` when we are root.
 * A project in a folder that only root may enter (such as /root) is reached by lending that user root's right to pass
 * closed folders, and nothing else of root's. Refuses when neither way reaches all of `paths`.
 */
export function databaseUser(paths: string[]): DatabaseUser {
  if (process.getuid?.() !== 0) return { prefix: [], ids: {} };
  const owner = lookUp() ?? create();
  if (!owner)
    throw new Refusal(`The system user "${NAME}" cannot be found. Start Praksis as an ordinary user.`);
  const lending = (right: string): DatabaseUser => {
    // Without the securebit, access(2), by which PostgreSQL looks for its programs, would not count the lent right.
    const become = [
      `--reuid=${owner.uid}`,
      `--regid=${owner.gid}`,
      "--clear-groups",
      "--securebits=+no_setuid_fixup",
    ];
    return {
      prefix: ["setpriv", ...become, `--inh-caps=+${right}`, `--ambient-caps=+${right}`],
      ids: {},
      owner,
    };
  };
  const ways = [{ prefix: [], ids: owner, owner }, lending("dac_read_search"), lending("dac_override")];
  const way = ways.find((candidate) => mayReach(candidate, paths));
  if (way) return way;
  throw new Refusal(
    `PostgreSQL does not run as root, and the user "${NAME}" may not read ${paths[0]}. Put the project in a folder that every user can read, or start it as an ordinary user.`,
  );
}
