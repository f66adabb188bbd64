/** Runs one instance of the application from a release. Several may run on the same database. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../process/free-port.ts";
import { type Env, stopChild, toolEnv } from "../process/run.ts";
import { currentRelease } from "./release.ts";

export type AppOptions = {
  /** The port to listen on; a free one otherwise. */
  port?: number;
  host?: string;
  /** Settings of lib/core/env.ts. What is undefined is taken out of this process's environment. */
  env: Env;
  /** The release to run; the one of the current sources otherwise, built if need be. */
  release?: string;
  /** Gets everything the instance prints. */
  log?: (text: string) => void;
};
export type App = {
  url: string;
  process: ChildProcess;
  /** Lets requests in progress end, at most ten seconds. */
  stop: () => Promise<void>;
  /** What the instance printed before it was ready. */
  started: string;
};

const LEASH = fileURLToPath(new URL("leash.ts", import.meta.url));
const READY_WITHIN_MS = 120_000;

/** Starts an instance and resolves once its health answers 200. Throws with what it printed when it does not get there. */
export async function startApp(options: AppOptions): Promise<App> {
  const { host = "127.0.0.1", log = () => {} } = options;
  const port = options.port ?? (await freePort(host));
  const url = `http://${reachable(host)}:${port}`;
  const release = options.release ?? (await currentRelease());
  const child = spawn(process.execPath, ["--import", LEASH, join(release, "server.js")], {
    cwd: release,
    detached: true, // Ctrl-C is ours to pass on, in order
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: toolEnv({
      PRAKSIS_URL: url,
      ...options.env,
      NODE_ENV: "production",
      PORT: String(port),
      HOSTNAME: host,
    }),
  });
  let started = "";
  let ready = false;
  const listen = (chunk: Buffer) => {
    if (ready) log(chunk.toString());
    else started += chunk.toString();
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  const trouble = await whenHealthy(child, url);
  if (trouble) {
    await stopChild(child, "SIGKILL", 0);
    throw new Error(
      `The application did not become ready (${trouble}). It printed:\n${started.trim() || "nothing"}`,
    );
  }
  ready = true;
  return { url, process: child, started, stop: () => stopChild(child, "SIGTERM", 10_000) };
}

/** The address under which a listening address is reached from this machine. */
export function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

async function whenHealthy(child: ChildProcess, url: string): Promise<string | undefined> {
  let last = "no answer";
  for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; await pause(100)) {
    if (child.exitCode !== null || child.signalCode !== null)
      return `it ended with ${child.signalCode ?? `code ${child.exitCode}`}`;
    try {
      const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5000) });
      if (answer.status === 200) return undefined;
      last = `${answer.status} ${await answer.text()}`;
    } catch {
      // not listening yet
    }
  }
  return last;
}
