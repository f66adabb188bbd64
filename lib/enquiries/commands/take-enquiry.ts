import "server-only";
import { type Limit, takeForAddress, takeForClient } from "@/lib/auth/rate-limit";
import type { Decision } from "@/lib/core/decision";
import type { Transaction } from "@/lib/db/client";

const HOUR_S = 3600;
/** A library's or an office's people behind one address stay below it. */
const perClient: Limit = { what: "enquiry", points: 10, seconds: HOUR_S, code: "enquiry.tooManyFromHere" };
/** An address that sends more than this in a day is a script. */
const perAddress: Limit = { what: "enquiry", points: 10, seconds: 24 * HOUR_S, code: "enquiry.tooMany" };

/**
 * Counts one enquiry, by who sends it and by the address that it names. That address is whatever a stranger types, and gets a receipt: by
 * it alone, one client could have us write to everybody.
 */
export async function takeEnquiry(
  tx: Transaction,
  email: string,
  client: string | null,
  demo: boolean,
): Promise<Decision> {
  const taken = await takeForClient(tx, perClient, client, demo);
  return taken.ok ? takeForAddress(tx, perAddress, email) : taken;
}
