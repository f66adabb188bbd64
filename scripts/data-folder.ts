/** The folder that holds everything this installation keeps when it runs on its own: database, secrets, uploaded files. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Claim, claim, holderOf } from "./process/claim.ts";
import { root } from "./process/run.ts";
import { onShutdown } from "./process/shutdown.ts";
import { Refusal, reasonOf } from "./say.ts";

/** The data folder's absolute path: `PRAKSIS_DATA_DIR`, otherwise `.praksis` in the project. */
export const dataFolder = resolve(root, process.env.PRAKSIS_DATA_DIR || ".praksis");

/** A path inside the data folder. */
export const inDataFolder = (...parts: string[]): string => join(dataFolder, ...parts);

const ownerFile = inDataFolder("owner.json");

/** The process that works on the data folder now, or undefined when nobody does. */
export const currentOwner = (): Claim | undefined => holderOf(ownerFile);

/** Not mkdir's `recursive`, which never returns where a file system refuses new folders with "not found" (as /proc does). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Makes the data folder. Refuses when it cannot be written. */
export function prepareDataFolder(): void {
  try {
    makeFolder(dataFolder);
    const probe = inDataFolder(`.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (thrown) {
    throw new Refusal(
      `The data folder ${dataFolder} cannot be written (${reasonOf(thrown)}). Give yourself the right to write there, or name another folder: PRAKSIS_DATA_DIR=/a/folder npm start`,
    );
  }
}

/** Makes this process the data folder's only user, until it leaves. Refuses when another one is. `task` is what to call us. */
export function ownDataFolder(task: string): void {
  prepareDataFolder();
  const release = claim(ownerFile, task);
  if (release) {
    onShutdown("the claim on the data folder", async () => release());
    return;
  }
  const owner = currentOwner();
  throw new Refusal(
    `"${owner?.task ?? "Another program"}" (process ${owner?.pid ?? "unknown"}) already works on the data folder ${dataFolder}. Stop it first, or name another folder: PRAKSIS_DATA_DIR=/a/folder`,
  );
}
