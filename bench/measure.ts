/** Sends requests for a while and says what they cost. */
import autocannon from "autocannon";
import { cpuMilliseconds } from "./cpu-time.ts";
import type { StatementProxy } from "./statement-proxy.ts";

export type Sent = {
  method?: "GET" | "POST" | "OPTIONS";
  path: string;
  headers?: Record<string, string>;
  body?: Buffer;
};

export type Figure = {
  name: string;
  requests: number;
  /** Answers that were not of the expected status. */
  wrong: number;
  perSecond: number;
  p50: number;
  p95: number;
  /** Milliseconds of CPU per request. */
  appCpu: number;
  databaseCpu: number;
  statements: number;
  roundTrips: number;
  /** Bytes of an answer, headers included. */
  bytes: number;
};

export type Subject = { url: string; appPid: number; databasePid: number; proxy: StatementProxy };

export type Plan = {
  name: string;
  /** How many requests, over how many connections at once. */
  amount: number;
  connections: number;
  expect: number;
  /** How many are sent before any is measured, until V8 has compiled what they run through; a write has none. */
  warm: number;
  /** The next request to send; asked once for each. */
  next: () => Sent;
};

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Carries out `plan` against `subject`; times in milliseconds. */
export async function measure(subject: Subject, plan: Plan): Promise<Figure> {
  const before = snapshot(subject);
  const times: number[] = [];
  let wrong = 0;
  let bytes = 0;
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const run = autocannon(
      {
        url: subject.url,
        amount: plan.amount,
        connections: Math.min(plan.connections, plan.amount),
        timeout: 60,
        requests: [{ setupRequest: (request: object) => ({ ...request, method: "GET", ...plan.next() }) }],
      },
      (error: unknown) => (error ? reject(error) : resolve()),
    );
    run.on("response", (_client: unknown, status: number, size: number, milliseconds: number) => {
      times.push(milliseconds);
      bytes += size;
      if (status !== plan.expect) wrong++;
    });
  });
  const seconds = (performance.now() - started) / 1000;
  const after = snapshot(subject);
  const requests = Math.max(1, times.length);
  times.sort((a, b) => a - b);
  const each = (key: keyof typeof before) => (after[key] - before[key]) / requests;
  return {
    name: plan.name,
    requests: times.length,
    wrong: wrong + (plan.amount - times.length),
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    appCpu: each("app"),
    databaseCpu: each("database"),
    statements: each("statements"),
    roundTrips: each("roundTrips"),
    bytes: bytes / requests,
  };
}

const snapshot = ({ appPid, databasePid, proxy }: Subject) => ({
  app: cpuMilliseconds(appPid),
  database: cpuMilliseconds(databasePid),
  statements: proxy.statements(),
  roundTrips: proxy.roundTrips(),
});
