/** One orderly way out: whatever was started is stopped in reverse order, on Ctrl-C, SIGTERM, SIGHUP or a failure. */
import { reasonOf } from "../say.ts";

type Step = { name: string; stop: () => Promise<unknown> };

const steps: Step[] = [];
let leaving: Promise<void> | undefined;

/** Has `stop` called when the process leaves, before everything that was registered earlier. */
export function onShutdown(name: string, stop: () => Promise<unknown>): void {
  steps.push({ name, stop });
}

/** True once the process is on its way out: what now ends does so on purpose. */
export function isShuttingDown(): boolean {
  return leaving !== undefined;
}

/** Stops everything that was registered. Calling it again waits for the first call. */
export function shutdown(): Promise<void> {
  leaving ??= (async () => {
    for (const { name, stop } of steps.reverse()) {
      try {
        await stop();
      } catch (thrown) {
        console.error(`Could not stop ${name}: ${reasonOf(thrown)}`);
      }
    }
  })();
  return leaving;
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Makes the signals that ask a process to leave do so through `shutdown`. Leaving because one was asked to is no failure. */
export function leaveOnSignals({ asSuccess = false } = {}): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      void shutdown().then(() => process.exit(asSuccess ? 0 : EXIT_CODES[signal]));
    });
  }
}
