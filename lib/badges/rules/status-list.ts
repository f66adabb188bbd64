import type { CertificateState, StatusPurpose } from "../../db/generated/enums.ts";
import { CREDENTIAL_CONTEXTS, type JsonObject } from "./json-ld.ts";
import { timestamp } from "./timestamps.ts";

/** Bits of every list (W3C Bitstring Status List 1.0, 6.1: so many at least, that a holder is lost among them). */
export const STATUS_LIST_BITS = 131_072;

/** How many random bits are tried in a list before the next list is begun: a list so ends a little over half full. */
export const STATUS_BIT_ATTEMPTS = 8;

const DAY_MS = 86_400_000;

/**
 * Which states of a certificate set its bit. A replaced certificate counts as revoked: it no longer holds, there is no way back,
 * and a wallet does not know the difference. (The check page and the document do.)
 */
export const statesThatSet: Readonly<Record<StatusPurpose, readonly CertificateState[]>> = {
  revocation: ["revoked", "superseded"],
  suspension: ["suspended"],
};

/** The list as bytes, the first bit leftmost in the first byte. Throws on a position beyond the list. */
export function bitstringOf(positions: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(STATUS_LIST_BITS / 8);
  for (const position of positions) {
    const index = position >> 3;
    const byte = bytes[index];
    if (byte === undefined || position < 0) throw new RangeError("beyond the status list");
    bytes[index] = byte | (0x80 >> (position & 7));
  }
  return bytes;
}

/**
 * The status list credential, without a proof. `encodedList` is `u` + base64url of the compressed bitstring. It holds for a day from
 * `at`, so that an old list cannot be passed off as today's.
 */
export function statusListCredentialOf(facts: {
  readonly url: string;
  readonly issuerDid: string;
  readonly purpose: StatusPurpose;
  readonly encodedList: string;
  readonly at: Date;
}): JsonObject {
  return {
    "@context": [CREDENTIAL_CONTEXTS[0]],
    id: facts.url,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: facts.issuerDid,
    validFrom: timestamp(facts.at),
    validUntil: timestamp(new Date(facts.at.getTime() + DAY_MS)),
    credentialSubject: {
      id: `${facts.url}#list`,
      type: "BitstringStatusList",
      statusPurpose: facts.purpose,
      encodedList: facts.encodedList,
    },
  };
}
