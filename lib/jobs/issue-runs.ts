import "server-only";
import { onBehalfOf } from "@/lib/auth/on-behalf";
import { asSystem } from "@/lib/auth/system";
import {
  finishRuns,
  issueItem,
  type NextItem,
  nextItem,
  refuseItem,
} from "@/lib/certificates/commands/work-through-runs";
import { RefusalError } from "@/lib/core/decision";
import { logFault } from "@/lib/core/fault";
import { refusalOf } from "@/lib/db/error-mapping";
import type { PrismaClient } from "@/lib/db/generated/client";

/** How a worker that looks by itself is ended: it finishes the certificate in hand. */
export type Issuing = { stop(): Promise<void> };

const LOOK_EVERY_MS = 2_000;

type Outcome = "issued" | "refused" | "later";

async function issueOne(client: PrismaClient, item: NextItem, now: Date): Promise<Outcome> {
  const who = { personId: item.requestedById, permission: "case.release" } as const;
  try {
    return (await onBehalfOf(client, who, now, (work) => issueItem(work, item))) ? "issued" : "later";
  } catch (error) {
    const refusal = error instanceof RefusalError ? error.refusal : refusalOf(error);
    if (!refusal) throw error;
    // Somebody pulled the switch in between, or changed the case this moment: it is tried again.
    if (refusal.code === "certificate.issuingStopped" || refusal.code === "conflict") return "later";
    await asSystem(client, now, (work) => refuseItem(work, item, refusal.code));
    return "refused";
  }
}

/**
 * Issues what the runs for cohorts ask for, one certificate after the other, each in a transaction of its own: whoever is killed leaves
 * the others done and its own undone. Any number of workers may do so at once. Returns what became of them. One that fails for a fault
 * waits and keeps none of the others waiting: it is tried again the next time, and the fault is thrown when the others are done.
 */
export async function issueRuns(
  client: PrismaClient,
  clock: () => Date = () => new Date(),
  stopping: () => boolean = () => false,
): Promise<{ readonly issued: number; readonly refused: number; readonly finished: number }> {
  const counts = { issued: 0, refused: 0 };
  const later: string[] = [];
  const faults: unknown[] = [];
  while (!stopping()) {
    const item = await asSystem(client, clock(), (work) => nextItem(work, later));
    if (!item) break;
    const outcome = await issueOne(client, item, clock()).catch((error: unknown): Outcome => {
      faults.push(error);
      return "later";
    });
    if (outcome === "later") later.push(item.caseId);
    else counts[outcome]++;
  }
  const finished = await asSystem(client, clock(), finishRuns);
  if (faults.length > 0) throw faults[0];
  return { ...counts, finished };
}

/** One statement where there is nothing to do, as nearly always. */
async function lookOnce(client: PrismaClient, stopping: () => boolean): Promise<void> {
  const open = await client.issuingRun.findFirst({ where: { finishedAt: null }, select: { id: true } });
  if (open) await issueRuns(client, undefined, stopping);
}

/** Looks for runs every two seconds, as long as this process runs. The scheduled job does the same once a minute, should this fail. */
export function startIssuing(client: PrismaClient): Issuing {
  let stopping = false;
  let working: Promise<unknown> | undefined;
  const look = () => {
    working ??= lookOnce(client, () => stopping)
      .catch((error) => logFault({ worker: "issuing" }, error))
      .finally(() => {
        working = undefined;
      });
  };
  const clock = setInterval(look, LOOK_EVERY_MS);
  clock.unref();
  return {
    async stop() {
      stopping = true;
      clearInterval(clock);
      await working;
    },
  };
}
