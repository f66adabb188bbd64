import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { generateSigningKeys } from "../../lib/core/signing-keys.ts";
import { inDataFolder } from "../data-folder.ts";

/** The secrets of an installation that runs on its own: made once, kept in the data folder for its owner's eyes only. */
export function ownSecrets(): Record<string, string> {
  const secrets = madeOnce("secrets.json", () =>
    JSON.stringify(
      {
        PRAKSIS_SECRET: randomBytes(48).toString("base64url"),
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
      },
      null,
      2,
    ),
  );
  // A file of its own, which `npm run keys -- rotate` reads and an operator replaces.
  const PRAKSIS_SIGNING_KEYS = madeOnce("signing-keys.json", generateSigningKeys);
  return { ...JSON.parse(secrets), PRAKSIS_SIGNING_KEYS };
}

/** The content of a file of the data folder, which `make` gives the first time. */
function madeOnce(name: string, make: () => string): string {
  const file = inDataFolder(name);
  if (!existsSync(file)) {
    const mine = `${file}.${process.pid}`;
    writeFileSync(mine, make(), { mode: 0o600 });
    try {
      linkSync(mine, file); // of two instances that start at once, one is first and the other uses its secrets
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "EEXIST") throw thrown;
    } finally {
      rmSync(mine, { force: true });
    }
  }
  return readFileSync(file, "utf8");
}
