import "server-only";
import type { PrismaClient } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import type { Acting } from "./acting";
import { doWork, type Work } from "./work";

const systemActing: Acting = { personId: null, permission: "system", role: "system", grants: [] };

/**
 * Runs a command for a job or a webhook, in one transaction. The audit trail shows the acting role `system` and no person.
 * The command checks the state of what it changes again, because a job may run twice.
 */
export function asSystem<T>(client: PrismaClient, now: Date, run: (work: Work) => Promise<T>): Promise<T> {
  return inTransaction(client, (tx) => doWork(tx, systemActing, now, run));
}

/**
 * Runs a command for somebody whose request is no action and leaves a trace all the same: a list taken out as a file. The audit trail
 * shows them and the role they act in.
 */
export function onBehalfOf<T>(
  client: PrismaClient,
  acting: Acting,
  now: Date,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  return inTransaction(client, (tx) => doWork(tx, acting, now, run));
}
