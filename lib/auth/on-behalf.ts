import "server-only";
import { RefusalError } from "@/lib/core/decision";
import type { PrismaClient } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import { actingWith } from "./acting";
import { findPerson } from "./find-actor";
import type { Permission } from "./permissions";
import { doWork, type Work } from "./work";

/**
 * Runs a command for a job in the name of whoever asked for it, in one transaction: with the roles they have at `now`, so that who has lost
 * the permission meanwhile does nothing through a job any more (refused as `notAllowed`). The audit trail names them.
 */
export async function onBehalfOf<T>(
  client: PrismaClient,
  who: { readonly personId: string; readonly permission: Permission },
  now: Date,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const actor = await findPerson(client, who.personId, now);
  const acting = actor && actingWith(actor, who.permission);
  if (!acting) throw new RefusalError({ code: "notAllowed" });
  return inTransaction(client, (tx) => doWork(tx, acting, now, run));
}
