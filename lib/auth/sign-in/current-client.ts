import "server-only";
import { headers } from "next/headers";
import { settings } from "@/lib/core/env";
import { PEER_HEADER } from "./peer-address";
import { clientAddress } from "./rules/client-address";

/**
 * The client's address, as far as the setting TRUSTED_PROXY lets it be believed. Null where there is none, and outside a request
 * (Next throws there): a job or a test asks on nobody's behalf.
 */
export async function currentClientAddress(): Promise<string | null> {
  const given = await requestHeaders();
  return (
    given && clientAddress(given.get("x-forwarded-for"), given.get(PEER_HEADER), settings().trustedProxyHops)
  );
}

async function requestHeaders() {
  try {
    return await headers();
  } catch {
    return null;
  }
}
