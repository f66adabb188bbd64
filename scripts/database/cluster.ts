/** One PostgreSQL server of our own in one folder: made when it is not there, started, stopped, and recovered after a hard death. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { freePort } from "../process/free-port.ts";
import { commandOf } from "../process/identity.ts";
import { stopChild } from "../process/run.ts";
import { Refusal } from "../say.ts";
import { Programs } from "./programs.ts";

export type ClusterOptions = {
  /** Holds everything of this server: data, password, port, log. */
  folder: string;
  /** False only for tests: nothing is flushed to disk, so a power cut would lose data. */
  durable?: boolean;
  /** Further server settings, such as `{ max_connections: "300" }`. */
  settings?: Record<string, string>;
};
export type Cluster = { url: (database: string) => string; stop: () => Promise<void> };

type Saved = { port: number; password: string };

const HOST = "127.0.0.1";
const SUPERUSER = "praksis";
const LOG_LIMIT_BYTES = 20 * 1024 * 1024;
const ATTEMPTS = 5;

const filesOf = (folder: string) => ({
  data: join(folder, "data"),
  libraries: join(folder, "lib"),
  log: join(folder, "postgres.log"),
  saved: join(folder, "connection.json"),
});

const urlOf = ({ port, password }: Saved, database: string): string =>
  `postgresql://${SUPERUSER}:${password}@${HOST}:${port}/${database}`;

function readSaved(folder: string): Saved | undefined {
  const { saved, data } = filesOf(folder);
  return existsSync(saved) && existsSync(data) ? JSON.parse(readFileSync(saved, "utf8")) : undefined;
}

/** The connection string of the server that `folder` holds, running or not; undefined when none was made there yet. */
export function savedUrl(folder: string, database: string): string | undefined {
  const saved = readSaved(folder);
  return saved && urlOf(saved, database);
}

/** Starts the server of a folder and resolves once it answers. That a folder has one owner at a time is the caller's care. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder } = options;
  const { data, libraries, log, saved: savedFile } = filesOf(folder);
  mkdirSync(folder, { recursive: true });
  const programs = new Programs(folder, libraries);
  await removeLeftover(data);
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`);
  const before = readSaved(folder);
  const password = before?.password ?? randomBytes(24).toString("base64url");
  if (!before) await initialise(folder, password, programs);
  for (let attempt = 1; ; attempt++) {
    const saved = { port: await freePort(HOST, before?.port), password };
    writeFileSync(savedFile, JSON.stringify(saved), { mode: 0o600 });
    const child = withOutputTo(log, (output) =>
      programs.spawn("postgres", serverArgs(options, saved.port), output),
    );
    stopWithUs(child);
    if (await answers(child, urlOf(saved, "postgres")))
      return {
        url: (database) => urlOf(saved, database),
        stop: () => stopChild(child, "SIGINT", 20_000), // "fast": open transactions are rolled back
      };
    // Right after a hard death its processes may still hold memory, and somebody may have taken the port.
    if (attempt === ATTEMPTS)
      throw new Refusal(`PostgreSQL did not start. ${log} ends with:\n${lastLines(log)}`);
    await pause(1000 * attempt);
  }
}

/** A shell that waits for our end of a pipe to close, which it does however we die, and then stops the server. */
function stopWithUs(server: ChildProcess): void {
  const script = 'read -r _; kill -INT "$1" 2>/dev/null';
  const args = ["-c", script, "praksis-watch", String(server.pid)];
  const watch = spawn("sh", args, { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  watch.unref();
  server.once("exit", () => watch.kill("SIGKILL"));
}

function serverArgs({ folder, durable = true, settings = {} }: ClusterOptions, port: number): string[] {
  const all = {
    port: String(port),
    listen_addresses: HOST,
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
    ...settings,
  };
  return [
    "-D",
    filesOf(folder).data,
    ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}

/**
 * A server that outlived its owner (killed without a chance to stop it) is stopped. A pid file that outlived its server is removed:
 * PostgreSQL would refuse to start if the same id now belongs to another program of ours.
 */
async function removeLeftover(data: string): Promise<void> {
  const pidFile = join(data, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  const lives = () => commandOf(pid)?.includes(data) ?? false;
  for (const [signal, patience] of [
    ["SIGINT", 150],
    ["SIGQUIT", 50],
  ] as const) {
    if (!lives()) break;
    process.kill(pid, signal);
    for (let i = 0; i < patience && lives(); i++) await pause(100);
  }
  rmSync(pidFile, { force: true });
}

/** Makes the data folder beside its final name, so that an interrupted attempt is never taken for a finished one. */
async function initialise(folder: string, password: string, programs: Programs): Promise<void> {
  const { data, log } = filesOf(folder);
  const making = `${data}.new`;
  const passwordFile = join(folder, "initial-password");
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [making, passwordFile]) programs.own(path);
  const args = [
    `--pgdata=${making}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Danish order (æ, ø, å last) from ICU, so that it does not depend on which locales the machine has.
    "--locale-provider=icu",
    "--icu-locale=da",
    `--locale=${process.platform === "linux" ? "C.UTF-8" : "C"}`, // full-text search and trigrams ask it what a letter is
    "--no-instructions",
  ];
  try {
    const child = withOutputTo(log, (output) => programs.spawn("initdb", args, output));
    const code = await new Promise((resolve, reject) => child.once("error", reject).once("exit", resolve));
    if (code !== 0)
      throw new Refusal(`PostgreSQL could not make its data folder. ${log} ends with:\n${lastLines(log)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(making, data);
}

async function answers(child: ChildProcess, url: string): Promise<boolean> {
  let ended = false;
  child.once("error", () => (ended = true)).once("exit", () => (ended = true));
  // Crash recovery of a large database takes its time; a server that lives is waited for.
  for (let waited = 0; !ended && waited < 300_000; waited += 50) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      return true;
    } catch {
      await pause(50);
    } finally {
      await client.end().catch(() => {});
    }
  }
  await stopChild(child, "SIGQUIT", 5000);
  return false;
}

function withOutputTo<T>(file: string, start: (output: number) => T): T {
  const output = openSync(file, "a", 0o600);
  try {
    return start(output);
  } finally {
    closeSync(output); // the child has its own
  }
}

const lastLines = (file: string): string =>
  readFileSync(file, "utf8").trimEnd().split("\n").slice(-8).join("\n");
