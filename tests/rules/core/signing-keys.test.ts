import { calculateJwkThumbprint, type JWK } from "jose";
import { describe, expect, it } from "vitest";
import { generateSigningKeys, readSigningKeys, rotateSigningKeys } from "@/lib/core/signing-keys";

const set = generateSigningKeys(2048);
const keysIn = (json: string): JWK[] => JSON.parse(json).keys;
const withKeys = (...keys: object[]) => JSON.stringify({ keys });
const [rsa = {}, ed25519 = {}] = keysIn(set);
const [otherRsa = {}, otherEd25519 = {}] = keysIn(generateSigningKeys(2048));

function keys(json: string) {
  const read = readSigningKeys(json);
  if ("problem" in read) throw new Error(read.problem);
  return read.keys;
}

const problem = (json: string) => {
  const read = readSigningKeys(json);
  return "problem" in read ? read.problem : "none";
};

describe("a set of signing keys", () => {
  it("signs with one key of each algorithm, and publishes no private part", () => {
    const { active, published } = keys(set);
    expect(active.RS256.privateJwk).toEqual(rsa);
    expect(published.map(({ algorithm }) => algorithm)).toEqual(["RS256", "EdDSA"]);
    expect(published.map(({ jwk }) => Object.keys(jwk).sort())).toEqual([
      ["e", "kty", "n"],
      ["crv", "kty", "x"],
    ]);
    for (const secret of ["d", "p", "q", "dp", "dq", "qi", "privateJwk"])
      expect(JSON.stringify(published)).not.toContain(`"${secret}"`);
  });

  it("names keys as RFC 7638 does, by jose's reckoning", async () => {
    const { published } = keys(set);
    expect(published.map(({ thumbprint }) => thumbprint)).toEqual([
      await calculateJwkThumbprint(rsa),
      await calculateJwkThumbprint(ed25519),
    ]);
  });

  it("rotates: new keys sign, the old ones stay to verify", () => {
    const before = keys(set);
    const rotated = rotateSigningKeys(set, 2048);
    const after = keys(rotated);
    expect(after.active.RS256.thumbprint).not.toBe(before.active.RS256.thumbprint);
    expect(after.published.slice(2)).toEqual(before.published);
    expect(keysIn(rotated).filter((key) => key.d)).toHaveLength(2);
    expect(keys(rotateSigningKeys(rotated, 2048)).published).toHaveLength(6);
  });

  it("is new every time", () => {
    expect(rsa.n).not.toBe(otherRsa.n);
    expect(ed25519.x).not.toBe(otherEd25519.x);
  });
});

describe("a set that cannot be used", () => {
  const { d: _, ...retiredEd25519 } = ed25519;
  it.each([
    ["no JSON", "nonsense", "cannot be read"],
    ["no set", "[]", "no JWK set"],
    ["empty", withKeys(), "needs one RSA and one Ed25519 key"],
    ["only RSA", withKeys(rsa), "needs one RSA and one Ed25519 key"],
    ["without a private part", withKeys(rsa, retiredEd25519), "needs one RSA and one Ed25519 key"],
    ["two to sign with", withKeys(rsa, otherRsa, ed25519), "two keys for RS256 have a private part"],
    ["one twice", withKeys(rsa, ed25519, retiredEd25519), "key 3 is there twice"],
    [
      "another curve",
      withKeys(rsa, { kty: "OKP", crv: "X25519", x: "abc" }),
      "neither an RSA nor an Ed25519",
    ],
    ["a shared secret", withKeys(rsa, { kty: "oct", k: "abc" }), "neither an RSA nor an Ed25519"],
    ["a foreign private part", withKeys(rsa, { ...ed25519, d: otherEd25519.d }), "belongs to another key"],
    ["a broken key", withKeys({ ...rsa, n: "AQ" }, ed25519), "key 1"],
  ])("is refused: %s", (_name, json, why) => {
    expect(problem(json)).toContain(why);
  });

  it("is refused with an RSA key that is too short", () => {
    expect(problem(generateSigningKeys(1024))).toContain("1024 bits");
  });

  it("shows nothing of a key in the reason", () => {
    const told = problem(withKeys(rsa, { ...ed25519, d: otherEd25519.d }));
    for (const secret of [rsa.d, ed25519.d, otherEd25519.d]) expect(told).not.toContain(String(secret));
  });
});
