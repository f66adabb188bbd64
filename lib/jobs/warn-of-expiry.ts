import "server-only";
import { asSystem } from "@/lib/auth/system";
import { findEnding, warnOfExpiry } from "@/lib/certificates/commands/warn-of-expiry";
import type { PrismaClient } from "@/lib/db/generated/client";

const AT_ONCE = 5_000;

/** Warns holders 6, 3 and 1 months ahead, each in a transaction of its own; returns how many. May run any number of times. */
export async function warnAllOfExpiry(client: PrismaClient, now: Date): Promise<{ readonly warned: number }> {
  let warned = 0;
  for (const id of await asSystem(client, now, (work) => findEnding(work, AT_ONCE)))
    if (await asSystem(client, now, (work) => warnOfExpiry(work, id))) warned++;
  return { warned };
}
