import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Acting } from "@/lib/auth/acting";
import { currentClientAddress } from "@/lib/auth/sign-in/current-client";
import { clientNetwork, isLoopback } from "@/lib/auth/sign-in/rules/client-address";

/** Checks a minute from one network. A fair of employers behind one address stays below it. */
const CHECKS_PER_MINUTE = 120;
/** What an address that leads nowhere, or a number and a name that do not fit, counts for. */
export const MISS = 10;

const shared = globalThis as unknown as { praksisChecks?: RateLimiterMemory };

/**
 * Counts a public check from the asker's network; null where it may go on, else the minutes to wait. Public ids are 128
 * random bits, so guessing is hopeless without any limit: this one keeps a machine that tries from costing us much, and from
 * trying names against serial numbers. It is counted in memory by each instance, because an exact figure is worth no write
 * per check, and nothing of who asks is kept: the key is gone after a minute. This machine itself is not limited.
 */
export async function allowCheck(_acting: Acting, cost = 1): Promise<number | null> {
  const address = await currentClientAddress();
  if (!address || isLoopback(address)) return null;
  shared.praksisChecks ??= new RateLimiterMemory({ points: CHECKS_PER_MINUTE, duration: 60 });
  try {
    await shared.praksisChecks.consume(clientNetwork(address), cost);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
  }
}
