import "server-only";
import { findUnanswered, remindManager } from "@/lib/applications/commands/remind-manager";
import { asSystem } from "@/lib/auth/system";
import type { PrismaClient } from "@/lib/db/generated/client";

const AT_ONCE = 500;

/**
 * Reminds the managers who have had half of their time, each in a transaction of its own; returns how many. A second run at the same
 * time finds nothing left.
 */
export async function remindManagers(client: PrismaClient, now: Date): Promise<{ reminded: number }> {
  let reminded = 0;
  for (const id of await asSystem(client, now, (work) => findUnanswered(work, AT_ONCE)))
    if (await asSystem(client, now, (work) => remindManager(work, id))) reminded++;
  return { reminded };
}
