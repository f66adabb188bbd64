/**
 * The keys that credentials are signed with, as they are given from outside: one JWK set (RFC 7517) with an RSA key (RS256) and an
 * Ed25519 key (EdDSA) that have their private part, and any number of retired keys that no longer have it. A retired key stays in
 * the set for as long as what it has signed is to be verified; a key taken out of the set no longer verifies anything.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  sign,
  verify,
} from "node:crypto";
import { z } from "zod";

type SigningAlgorithm = "RS256" | "EdDSA";

/** The members of a public key that its thumbprint is made of (RFC 7638, RFC 8037), and nothing else. */
type PublicJwk =
  | { readonly kty: "RSA"; readonly n: string; readonly e: string }
  | { readonly kty: "OKP"; readonly crv: "Ed25519"; readonly x: string };

export type PublicKey = {
  readonly algorithm: SigningAlgorithm;
  /** SHA-256 of the canonical public key, base64url: its name for ever. */
  readonly thumbprint: string;
  readonly jwk: PublicJwk;
};

type PrivateKey = PublicKey & { readonly privateJwk: JsonWebKey };

export type SigningKeys = {
  /** What is signed with from now on. */
  readonly active: Readonly<Record<SigningAlgorithm, PrivateKey>>;
  /** Everything that verifies: the two active keys first, then the retired ones in the set's order. */
  readonly published: readonly PublicKey[];
};

const RSA_BITS = { least: 2048, generated: 3072 };
const text = z.string().regex(/^[A-Za-z0-9_-]+$/);
const rsa = z.object({ kty: z.literal("RSA"), n: text, e: text });
const ed25519 = z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: text });
const setSchema = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), d: text.optional() })).max(100),
});

/** The set cannot be used; the message is a piece of a sentence and holds nothing of a key. */
class UnusableKeys extends Error {}

/** RFC 7638: the required members in lexicographic order, without spaces. */
function thumbprintOf(jwk: PublicJwk): string {
  const members =
    jwk.kty === "RSA" ? { e: jwk.e, kty: jwk.kty, n: jwk.n } : { crv: jwk.crv, kty: jwk.kty, x: jwk.x };
  return createHash("sha256").update(JSON.stringify(members)).digest("base64url");
}

function publicPart(given: JsonWebKey, place: string): PublicKey {
  const parsed = z.union([rsa, ed25519]).safeParse(given);
  if (!parsed.success) throw new UnusableKeys(`${place} is neither an RSA nor an Ed25519 key`);
  const jwk = parsed.data;
  const key = importing(place, () => createPublicKey({ key: jwk, format: "jwk" }));
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (jwk.kty === "RSA" && bits < RSA_BITS.least)
    throw new UnusableKeys(`${place} has ${bits} bits; RSA needs ${RSA_BITS.least} or more`);
  return { algorithm: jwk.kty === "RSA" ? "RS256" : "EdDSA", thumbprint: thumbprintOf(jwk), jwk };
}

function importing<T>(place: string, make: () => T): T {
  try {
    return make();
  } catch {
    throw new UnusableKeys(`${place} cannot be read as a key`);
  }
}

/** The key with its private part, tried: what it signs has to verify with its own public part. */
function privatePart(given: JsonWebKey, known: PublicKey, place: string): PrivateKey {
  const digest = known.algorithm === "RS256" ? "sha256" : null;
  const sample = Buffer.from("praksis");
  const fits = importing(place, () => {
    const signature = sign(digest, sample, createPrivateKey({ key: given, format: "jwk" }));
    return verify(digest, sample, createPublicKey({ key: known.jwk, format: "jwk" }), signature);
  });
  if (!fits) throw new UnusableKeys(`the private part of ${place} belongs to another key`);
  return { ...known, privateJwk: given };
}

function keysOf(json: string): SigningKeys {
  const parsed = setSchema.safeParse(importing("it", () => JSON.parse(json)));
  if (!parsed.success) throw new UnusableKeys('it is no JWK set: {"keys": […]}');
  const active: Partial<Record<SigningAlgorithm, PrivateKey>> = {};
  const retired: PublicKey[] = [];
  const seen = new Set<string>();
  parsed.data.keys.forEach((given, index) => {
    const place = `key ${index + 1}`;
    const known = publicPart(given as JsonWebKey, place);
    if (seen.has(known.thumbprint)) throw new UnusableKeys(`${place} is there twice`);
    seen.add(known.thumbprint);
    if (given.d === undefined) retired.push(known);
    else if (active[known.algorithm])
      throw new UnusableKeys(`two keys for ${known.algorithm} have a private part; a retired key has none`);
    else active[known.algorithm] = privatePart(given as JsonWebKey, known, place);
  });
  const { RS256, EdDSA } = active;
  if (!RS256 || !EdDSA)
    throw new UnusableKeys("it needs one RSA and one Ed25519 key with their private parts");
  return { active: { RS256, EdDSA }, published: [RS256, EdDSA, ...retired].map(withoutSecret) };
}

const withoutSecret = ({ algorithm, thumbprint, jwk }: PublicKey): PublicKey => ({
  algorithm,
  thumbprint,
  jwk,
});

/** The keys of a JWK set given as text, or why it cannot be used: a piece of a sentence that shows nothing of a key. */
export function readSigningKeys(json: string): { keys: SigningKeys } | { problem: string } {
  try {
    return { keys: keysOf(json) };
  } catch (error) {
    if (error instanceof UnusableKeys) return { problem: error.message };
    throw error;
  }
}

function generated(rsaBits: number): JsonWebKey[] {
  const pairs = [generateKeyPairSync("rsa", { modulusLength: rsaBits }), generateKeyPairSync("ed25519")];
  return pairs.map(({ privateKey }) => privateKey.export({ format: "jwk" }));
}

/** A new JWK set with a key of each algorithm, as text. Secret: whoever has it signs as this installation. */
export function generateSigningKeys(rsaBits: number = RSA_BITS.generated): string {
  return JSON.stringify({ keys: generated(rsaBits) }, null, 2);
}

/** `json` with new keys to sign with; those until now lose their private parts and stay to verify. Throws on an unusable set. */
export function rotateSigningKeys(json: string, rsaBits: number = RSA_BITS.generated): string {
  const { published } = keysOf(json);
  return JSON.stringify({ keys: [...generated(rsaBits), ...published.map(({ jwk }) => jwk)] }, null, 2);
}
