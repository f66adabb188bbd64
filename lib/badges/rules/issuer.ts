import type { PublicKey } from "../../core/signing-keys.ts";
import { issuerUrl, keyUrl, verificationMethodOf } from "./addresses.ts";
import { CREDENTIAL_CONTEXTS, type JsonObject } from "./json-ld.ts";

/** A public key as it is published: `kid` is the address that answers with exactly this. */
export function publishedJwk(publicUrl: string, { algorithm, jwk, thumbprint }: PublicKey): JsonObject {
  return { ...jwk, alg: algorithm, use: "sig", kid: keyUrl(publicUrl, thumbprint) };
}

/** The JWK set of everything that verifies. */
export function jwksOf(publicUrl: string, keys: readonly PublicKey[]): JsonObject {
  return { keys: keys.map((key) => publishedJwk(publicUrl, key)) };
}

/** A key that is checked under a DID, with Ed25519 keys in the form that Data Integrity reads. */
export type VerificationKey = PublicKey & {
  /** `z…` of an Ed25519 key; null for RSA, which has no Multikey form in use. */
  readonly multibase: string | null;
};

/** One verification method of a DID: Multikey for Ed25519, JsonWebKey for RSA (W3C Controlled Identifiers 1.0, 2.2). */
function verificationMethod(publicUrl: string, did: string, key: VerificationKey): JsonObject {
  const id = verificationMethodOf(did, key.thumbprint);
  if (key.multibase) return { id, type: "Multikey", controller: did, publicKeyMultibase: key.multibase };
  return { id, type: "JsonWebKey", controller: did, publicKeyJwk: publishedJwk(publicUrl, key) };
}

/** The document of a DID: every key that verifies, retired ones included, for assertions only. */
export function didDocumentOf(publicUrl: string, did: string, keys: readonly VerificationKey[]): JsonObject {
  const methods = keys.map((key) => verificationMethod(publicUrl, did, key));
  return {
    "@context": [
      "https://www.w3.org/ns/did/v1",
      "https://w3id.org/security/multikey/v1",
      "https://w3id.org/security/jwk/v1",
    ],
    id: did,
    verificationMethod: methods,
    assertionMethod: keys.map((key) => verificationMethodOf(did, key.thumbprint)),
  };
}

/** The profile of a certifying body (Open Badges 3.0, Profile), with the name that it bears today. */
export function issuerProfileOf(
  publicUrl: string,
  body: { readonly organisationId: string; readonly did: string; readonly name: string },
): JsonObject {
  return {
    "@context": [CREDENTIAL_CONTEXTS[0], CREDENTIAL_CONTEXTS[1]],
    id: body.did,
    type: ["Profile"],
    name: body.name,
    url: issuerUrl(publicUrl, body.organisationId),
  };
}
