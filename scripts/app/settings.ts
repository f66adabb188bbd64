/** Decides, before anything is started, what an instance will run with. */
import { readSettings, type Settings, withMountedFiles } from "../../lib/core/env.ts";
import { inDataFolder, prepareDataFolder } from "../data-folder.ts";
import { givenUrl } from "../database/own.ts";
import { whyNotListen } from "../process/free-port.ts";
import type { Env } from "../process/run.ts";
import { Refusal } from "../say.ts";
import { ownSecrets } from "./secrets.ts";
import { reachable } from "./serve.ts";

export type Address = { host: string; port: number; url: string };

/** Where to listen: `HOST` (default 127.0.0.1) and `PORT` (default 3000). Refuses a port that is none or is taken. */
export async function addressToUse(): Promise<Address> {
  const host = process.env.HOST || "127.0.0.1";
  const port = Number(process.env.PORT || "3000");
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal(
      `PORT is "${process.env.PORT}", which is no port. Give a number from 1 to 65535: PORT=3001 npm start`,
    );
  const trouble = await whyNotListen(host, port);
  if (trouble === "EADDRINUSE")
    throw new Refusal(
      `Port ${port} on ${host} is in use by another program. Stop that program, or choose another port: PORT=${port === 3000 ? 3001 : port + 1} npm start`,
    );
  if (trouble === "EACCES")
    throw new Refusal(`You may not listen on port ${port}. Choose a port above 1023: PORT=3000 npm start`);
  if (trouble)
    throw new Refusal(`Praksis cannot listen on HOST=${host} (${trouble}). Use an address of this machine.`);
  return { host, port, url: `http://${reachable(host)}:${port}` };
}

/** Whether this is the demo: yes on a database of our own and no on a given one, unless `PRAKSIS_DEMO` says otherwise. */
export const isDemo = (): boolean => (process.env.PRAKSIS_DEMO || (givenUrl() ? "0" : "1")) === "1";

const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || /^127\./.test(host);

/** Anybody may read the demo's mails and so sign in as anybody: it stays on this machine unless that is what is wanted. */
export function refusePublicDemo({ host }: Address): void {
  if (!isDemo() || isLoopback(host) || process.env.PRAKSIS_DEMO_PUBLIC === "1") return;
  throw new Refusal(
    `In the demo anybody can sign in as anybody, so it listens on this machine only, not on HOST=${host}. If it is meant to be public, say so: PRAKSIS_DEMO_PUBLIC=1 npm start`,
  );
}

/**
 * The environment of an instance, complete and checked. On a database of our own and in the demo the secrets are made
 * once and kept; otherwise everything is given. Refuses with the list of all that is missing or weak.
 */
export function environmentFor(
  databaseUrl: string | undefined,
  { url }: Address,
): { env: Env; settings: Settings } {
  const { env: expanded, problems } = withMountedFiles(process.env);
  const given = Object.fromEntries(Object.entries(expanded).filter(([, value]) => value));
  if (given.DATABASE_OWNER_URL && !givenUrl())
    problems.push("DATABASE_OWNER_URL is of use only beside DATABASE_URL, the application's own connection");
  const alone = isDemo() || !givenUrl();
  if (alone) prepareDataFolder();
  const env: Env = {
    PRAKSIS_FILES_DIR: inDataFolder("files"),
    ...(alone ? { PRAKSIS_URL: url, ...ownSecrets() } : {}),
    ...given,
    DATABASE_URL: databaseUrl,
    PRAKSIS_DEMO: isDemo() ? "1" : "0",
    NODE_ENV: "production",
  };
  // A database of our own does not run yet when this is first asked; anything else can be told at once.
  const read = readSettings({ ...env, DATABASE_URL: databaseUrl ?? "postgresql://a:b@127.0.0.1/c" });
  if ("problems" in read) problems.push(...read.problems);
  if ("problems" in read || problems.length > 0)
    throw new Refusal(
      `Praksis does not start, because of its settings:\n${problems.map((line) => `  - ${line}`).join("\n")}\nThey are described in docs/operations.md. To try the demo instead: npm start without DATABASE_URL.`,
    );
  return {
    // The owner's connection is for the start only: an instance never has it.
    env: {
      ...env,
      DATABASE_OWNER_URL: undefined,
      DATABASE_OWNER_URL_FILE: undefined,
      NEXTAUTH_URL: read.settings.publicUrl,
      NEXTAUTH_SECRET: read.settings.secret,
    },
    settings: read.settings,
  };
}
