import "server-only";
import { findExpiredApprovals, tellApprovalExpired } from "@/lib/applications/commands/tell-approval-expired";
import { asSystem } from "@/lib/auth/system";
import type { PrismaClient } from "@/lib/db/generated/client";

const AT_ONCE = 500;

/**
 * Tells of the approvals whose time has gone by, each in a transaction of its own; returns how many. A second run at the same time finds
 * nothing left.
 */
export async function tellExpiredApprovals(client: PrismaClient, now: Date): Promise<{ told: number }> {
  let told = 0;
  for (const id of await asSystem(client, now, (work) => findExpiredApprovals(work, AT_ONCE)))
    if (await asSystem(client, now, (work) => tellApprovalExpired(work, id))) told++;
  return { told };
}
