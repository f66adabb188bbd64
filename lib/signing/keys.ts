import "server-only";
import { fromJwk } from "@digitalbazaar/ed25519-multikey";
import type { VerificationKey } from "@/lib/badges/rules/issuer";
import { settings } from "@/lib/core/env";
import type { PublicKey, SigningKeys } from "@/lib/core/signing-keys";

/** The keys in force. Throws where none are set, which only a demo that `npm start` did not begin allows. */
export function signingKeys(): SigningKeys {
  const { signingKeys: keys } = settings();
  if (!keys) throw new Error("PRAKSIS_SIGNING_KEYS is not set");
  return keys;
}

/** An Ed25519 key as Data Integrity reads it, `z6Mk…`; null for another kind of key. */
export async function multibaseOf({ jwk }: PublicKey): Promise<string | null> {
  return jwk.kty === "OKP" ? (await fromJwk({ jwk })).publicKeyMultibase : null;
}

/** Every key that verifies, as it stands in a DID's document. */
export function verificationKeys(): Promise<VerificationKey[]> {
  return Promise.all(
    signingKeys().published.map(async (key) => ({ ...key, multibase: await multibaseOf(key) })),
  );
}
