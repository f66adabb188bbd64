/** Other programs, run to their end or until they are stopped. */
import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Environment variables by name; undefined takes one away. */
export type Env = Record<string, string | undefined>;

/**
 * The environment for programs of this project: their `node` is the one that runs now, and tools come from
 * node_modules/.bin, whatever the caller's PATH holds.
 */
export function toolEnv(extra: Env = {}): NodeJS.ProcessEnv {
  const path = [join(root, "node_modules/.bin"), dirname(process.execPath), process.env.PATH];
  return {
    ...process.env,
    PATH: path.filter(Boolean).join(delimiter),
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    ...extra,
  };
}

export type RunOptions = { env?: NodeJS.ProcessEnv; stdio?: StdioOptions; cwd?: string };

/** Runs a command to its end and resolves to its exit code (128 + n when a signal ended it). Ctrl-C reaches it too. */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: toolEnv(), stdio: "inherit", ...options });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 128));
  });
}

/** Runs a command quietly and resolves to its exit code and everything it printed. */
export function capture(
  command: string,
  args: string[],
  options: RunOptions = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: toolEnv(),
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 128, output }));
  });
}

/** Ends a child with `signal`, and with SIGKILL when it has not ended after `patienceMs`. Resolves once it is gone. */
export function stopChild(child: ChildProcess, signal: NodeJS.Signals, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const hard = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    child.once("exit", () => {
      clearTimeout(hard);
      resolve();
    });
    child.kill(signal);
  });
}
