import "server-only";
import type { JsonWebKey } from "node:crypto";
import { CompactSign, importJWK } from "jose";
import { keyUrl } from "@/lib/badges/rules/addresses";
import type { JsonObject } from "@/lib/badges/rules/json-ld";
import { registeredClaims } from "@/lib/badges/rules/vc-jwt";
import { canonicalJson } from "@/lib/core/canonical-json";
import { signingKeys } from "./keys";
import type { Signed } from "./sign-data-integrity";

const keys = new Map<string, ReturnType<typeof importJWK>>();

/** A private key as it signs, read once per process. Rejects where it cannot be read, and is then read again. */
function signingKey(thumbprint: string, jwk: JsonWebKey): ReturnType<typeof importJWK> {
  const known = keys.get(thumbprint);
  if (known) return known;
  const read = importJWK({ ...jwk }, "RS256");
  keys.set(thumbprint, read);
  read.catch(() => keys.delete(thumbprint));
  return read;
}

/**
 * The credential as a compact JWS by the active RSA key (Open Badges 3.0, 8.2): the header holds `alg`, `kid` and `typ` only, and `kid`
 * is the address that answers with that key.
 */
export async function signVcJwt(credential: JsonObject, publicUrl: string): Promise<Signed> {
  const { privateJwk, thumbprint } = signingKeys().active.RS256;
  const key = await signingKey(thumbprint, privateJwk);
  const payload = canonicalJson({ ...credential, ...registeredClaims(credential) });
  const content = await new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: "RS256", kid: keyUrl(publicUrl, thumbprint), typ: "JWT" })
    .sign(key);
  return { content, keyThumbprint: thumbprint };
}
