import "server-only";
import type { Decision } from "@/lib/core/decision";
import type { Transaction } from "@/lib/db/client";
import { type Limit, takeForAddress, takeForClient } from "../rate-limit";
import { LINKS_PER_ADDRESS, LINKS_PER_CLIENT } from "./rules/limits";

const anHour = { what: "sign-in-link", seconds: 3600 };
const perClient: Limit = { ...anHour, points: LINKS_PER_CLIENT, code: "signIn.tooManyFromHere" };
const perAddress: Limit = { ...anHour, points: LINKS_PER_ADDRESS, code: "signIn.tooManyForAddress" };

/**
 * Counts one asked-for link: at most 20 an hour from one client and 5 to one address. The sentence is the same whether the
 * address is known or not. The client comes first, so that waiting requests wait in one order.
 */
export async function takeSignInLink(
  tx: Transaction,
  email: string,
  client: string | null,
  demo: boolean,
): Promise<Decision> {
  const taken = await takeForClient(tx, perClient, client, demo);
  return taken.ok ? takeForAddress(tx, perAddress, email) : taken;
}
