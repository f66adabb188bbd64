import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { inDataFolder } from "../data-folder.ts";

/** The secrets of an installation that runs on its own: made once, kept in the data folder for its owner's eyes only. */
export function ownSecrets(): Record<string, string> {
  const file = inDataFolder("secrets.json");
  if (!existsSync(file)) {
    const mine = `${file}.${process.pid}`;
    const secrets = {
      PRAKSIS_SECRET: randomBytes(48).toString("base64url"),
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    };
    writeFileSync(mine, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    try {
      linkSync(mine, file); // of two instances that start at once, one is first and the other uses its secrets
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "EEXIST") throw thrown;
    } finally {
      rmSync(mine, { force: true });
    }
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
