import "server-only";
import { asSystem } from "@/lib/auth/system";
import type { PrismaClient } from "@/lib/db/generated/client";
import { expireOffers, findCohortsWithOverOffers } from "@/lib/enrolments/commands/expire-offers";

/**
 * Ends the offers whose time is up and passes their seats on: each cohort in a transaction of its own, so that one that fails leaves
 * the others done. A second run at the same time finds nothing left. Returns how many offers ended.
 */
export async function expireAllOffers(client: PrismaClient, now: Date): Promise<{ ended: number }> {
  const cohortIds = await asSystem(client, now, findCohortsWithOverOffers);
  let ended = 0;
  for (const cohortId of cohortIds)
    ended += await asSystem(client, now, (work) => expireOffers(work, cohortId));
  return { ended };
}
