import "server-only";
import { asSystem } from "@/lib/auth/system";
import type { PrismaClient } from "@/lib/db/generated/client";
import { closeObservation } from "@/lib/observations/commands/lock-observation";

const AT_ONCE = 500;

/**
 * Locks every shared observation whose deadline for the response has passed, each in a transaction of its own; returns how many.
 * For the scheduler: may run at any time and any number of times.
 */
export async function lapseResponses(client: PrismaClient, now: Date): Promise<number> {
  const due = await client.observation.findMany({
    where: {
      OR: [
        { state: "shared", responseDueAt: { lt: now } },
        // Left between two states by an earlier release: nothing can change in it any more.
        { state: { in: ["responded", "response_lapsed"] } },
      ],
    },
    select: { id: true },
    orderBy: { responseDueAt: "asc" },
    take: AT_ONCE,
  });
  let locked = 0;
  for (const { id } of due) {
    if (await asSystem(client, now, (work) => closeObservation(work, id))) locked++;
  }
  return locked;
}
