import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { logFault } from "../core/fault.ts";
import type { PrismaClient } from "../db/generated/client.ts";
import { OUTBOX_CHANNEL } from "../db/outbox.ts";
import type { MailSettings } from "./content.ts";
import { deliverDue } from "./deliver-due.ts";
import type { MailTransport } from "./transport.ts";

/** How often the outbox is looked at without being woken: for repeats, and for whatever a lost connection did not tell. */
const LOOK_EVERY_MS = 5000;
const RECONNECT_AFTER_MS = 2000;

/** A running delivery. `stop` resolves when the mails in hand are sent and marked. */
export type Delivery = { stop(): Promise<void> };

/**
 * Delivers mails as long as this process runs: woken by the database when a mail is committed, so that it leaves within a
 * second, and every `lookEveryMs` besides. Any number of processes may do so at once.
 */
export function startDelivery(
  client: PrismaClient,
  databaseUrl: string,
  transport: MailTransport,
  settings: MailSettings,
  lookEveryMs = LOOK_EVERY_MS,
): Delivery {
  let stopping = false;
  let again = false;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    do {
      again = false;
      await deliverDue(client, transport, settings, () => stopping).catch((error) =>
        logFault({ worker: "mail" }, error),
      );
    } while (again && !stopping);
    working = undefined;
  }
  const wake = () => {
    again = true;
    if (!stopping) working ??= work();
  };

  const clock = setInterval(wake, lookEveryMs);
  clock.unref();
  const ear = listen(databaseUrl, wake);
  wake();
  return {
    async stop() {
      stopping = true;
      clearInterval(clock);
      await ear.stop();
      await working;
      transport.close();
    },
  };
}

/** Calls `heard` whenever a mail is committed, over a connection of its own that is made again when it breaks. */
function listen(databaseUrl: string, heard: () => void): { stop(): Promise<void> } {
  let stopped = false;
  let current: Client | undefined;
  const aborted = new AbortController();

  async function keepListening(): Promise<void> {
    while (!stopped) {
      const client = new Client({ connectionString: databaseUrl, keepAlive: true });
      current = client;
      const broken = new Promise<void>((resolve) => {
        client.once("end", () => resolve());
        client.on("error", () => resolve());
      });
      client.on("notification", heard);
      try {
        await client.connect();
        await client.query(`LISTEN ${OUTBOX_CHANNEL}`);
        heard(); // what was committed while nobody listened
        await broken;
      } catch (error) {
        if (!stopped) logFault({ worker: "mail-listener" }, error);
      }
      await client.end().catch(() => {});
      if (!stopped) await pause(RECONNECT_AFTER_MS, undefined, { signal: aborted.signal }).catch(() => {});
    }
  }
  const running = keepListening();
  return {
    async stop() {
      stopped = true;
      aborted.abort();
      await current?.end().catch(() => {});
      await running;
    },
  };
}
