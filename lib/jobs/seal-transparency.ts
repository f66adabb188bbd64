import "server-only";
import { asSystem } from "@/lib/auth/system";
import { findUnreserved } from "@/lib/badges/commands/find-unreserved";
import { reserveBadge } from "@/lib/badges/commands/reserve-badge";
import { sealNextDay } from "@/lib/badges/commands/seal-day";
import type { PrismaClient } from "@/lib/db/generated/client";

const BATCH = 100;

/** Stores what will be signed of every certificate that lacks it, each in a transaction of its own; returns how many. */
async function reserveMissing(client: PrismaClient, now: Date): Promise<number> {
  let reserved = 0;
  for (;;) {
    const ids = await asSystem(client, now, (work) => findUnreserved(work, BATCH));
    for (const id of ids) await asSystem(client, now, (work) => reserveBadge(work, id));
    reserved += ids.length;
    if (ids.length < BATCH) return reserved;
  }
}

/** Seals every day that has ended, the oldest first, each in a transaction of its own. */
export async function sealTransparency(
  client: PrismaClient,
  now: Date,
): Promise<{ readonly reserved: number; readonly days: number }> {
  const reserved = await reserveMissing(client, now);
  let days = 0;
  while (await asSystem(client, now, sealNextDay)) days++;
  return { reserved, days };
}
