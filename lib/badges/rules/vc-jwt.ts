import type { Json, JsonObject } from "./json-ld.ts";

const idOf = (value: Json | undefined): string => {
  const id = typeof value === "object" && !Array.isArray(value) ? (value as JsonObject).id : value;
  if (typeof id !== "string") throw new TypeError("a credential has an id for its issuer and its subject");
  return id;
};

const seconds = (value: Json): number => Math.floor(Date.parse(String(value)) / 1000);

/** The names of the claims that a JWT has beside its credential. */
export const REGISTERED_CLAIMS: readonly string[] = ["iss", "jti", "sub", "nbf", "exp"];

/**
 * The registered claims that say of a JWT what the credential in it says of itself (Open Badges 3.0, 8.2.3): issuer, id, subject, and
 * the two ends of its validity in seconds since 1970.
 */
export function registeredClaims(credential: JsonObject): JsonObject {
  const { issuer, id, credentialSubject, validFrom = "", validUntil } = credential;
  return {
    iss: idOf(issuer),
    jti: idOf(id),
    sub: idOf(credentialSubject),
    nbf: seconds(validFrom),
    ...(validUntil === undefined ? {} : { exp: seconds(validUntil) }),
  };
}
