import "server-only";
import { asSystem } from "@/lib/auth/system";
import type { PrismaClient } from "@/lib/db/generated/client";
import { findCohortsToRelease, releaseDueSeats } from "@/lib/enrolments/commands/release-seats";

/**
 * Gives kept seats whose day has come to everybody, each cohort in a transaction of its own. A second run at the same time finds
 * nothing left. Returns how many classes of seats ended.
 */
export async function releaseAllSeats(client: PrismaClient, now: Date): Promise<{ classes: number }> {
  const cohortIds = await asSystem(client, now, findCohortsToRelease);
  let classes = 0;
  for (const cohortId of cohortIds)
    classes += await asSystem(client, now, (work) => releaseDueSeats(work, cohortId));
  return { classes };
}
