import "server-only";
import { headers } from "next/headers";
import { PEER_HEADER } from "./peer-address";
import { clientAddress } from "./rules/client-address";

/** The client's address, as far as the setting TRUSTED_PROXY lets it be believed; null outside a request, or without one. */
export async function currentClientAddress(): Promise<string | null> {
  const given = await headers().catch(() => null);
  const hops = Number(process.env.TRUSTED_PROXY ?? 0);
  return given && clientAddress(given.get("x-forwarded-for"), given.get(PEER_HEADER), hops);
}
