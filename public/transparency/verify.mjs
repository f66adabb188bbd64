#!/usr/bin/env node
/**
 * Checks, without trusting whoever issued it, that a certificate stands unchanged in the published Merkle trees. No dependencies; runs
 * with Node 18 or later.
 *
 *   node verify.mjs https://<site>/verify/<id>
 *   node verify.mjs credential.json inclusion.json roots.json [a root that you noted: 64 hexadecimal digits]
 *
 * Trees are those of RFC 9162 (2.1): SHA-256, leaves hashed after a byte 0, nodes after a byte 1. Ends with code 0 when everything fits,
 * with 1 when something does not, with 2 when it could not be checked.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};
const leafHash = (text) => sha256(Uint8Array.of(0), text);
const nodeHash = (left, right) =>
  sha256(Uint8Array.of(1), Buffer.from(left, "hex"), Buffer.from(right, "hex"));

/** RFC 8785 for what is in our files: keys sorted, no spaces. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(",")}}`;
}

/** RFC 9162, 2.1.3.2: the root that a leaf's hash and its path lead to. */
function rootOf(hash, index, size, path) {
  if (!(Number.isInteger(index) && index >= 0 && index < size)) return null;
  let node = index;
  let last = size - 1;
  let root = hash;
  for (const sibling of path) {
    if (last === 0 || !/^[0-9a-f]{64}$/.test(sibling)) return null;
    if (node % 2 === 1 || node === last) {
      root = nodeHash(sibling, root);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      root = nodeHash(root, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? root : null;
}

class Wrong extends Error {}
const must = (condition, sentence) => {
  if (!condition) throw new Wrong(sentence);
};

/** The credential as it was before it was signed. */
function withoutProof(credential) {
  const { proof: _, ...unsigned } = credential;
  return unsigned;
}

/** Every root holds the one before it; returns the published roots by number. */
function checkChain(roots) {
  const byNumber = new Map(roots.map((root) => [root.number, root]));
  must(byNumber.size === roots.length, "two roots have the same number");
  for (const root of roots) {
    if (root.number === 1) continue;
    const before = byNumber.get(root.number - 1);
    must(before, `root ${root.number - 1} is missing`);
    const leaf = {
      format: "praksis.transparency/1",
      kind: "root",
      number: before.number,
      day: before.day,
      root: before.root,
    };
    const reached = rootOf(leafHash(canonical(leaf)), 0, root.size, root.previousPath ?? []);
    must(reached === root.root, `root ${root.number} does not hold root ${before.number}`);
    must(before.day < root.day, `root ${root.number} is not of a later day`);
  }
  return byNumber;
}

function checkProof({ leaf, index, path, tree }, credential, roots) {
  const publicId = String(credential.id).split("/").at(-1);
  must(leaf.publicId === publicId, "the proof is for another certificate");
  must(
    leaf.credentialHash === sha256(canonical(withoutProof(credential))),
    "the credential is not the one that was issued",
  );
  const published = roots.get(tree.number);
  must(published, `root ${tree.number} is not published`);
  must(
    rootOf(leafHash(canonical(leaf)), index, published.size, path) === published.root,
    `the proof does not lead to the root of ${published.day}`,
  );
  return `${leaf.kind} on ${leaf.at}, in the tree of ${published.day}: ${published.root}`;
}

async function load(place) {
  if (!/^https?:\/\//.test(place)) return JSON.parse(await readFile(place, "utf8"));
  const answer = await fetch(place, { headers: { Accept: "application/vc+ld+json, application/json" } });
  if (!answer.ok) throw new Error(`${place} answered ${answer.status}`);
  return answer.json();
}

/** Where the credential is of which a page for people tells. */
const credentialOf = (place) =>
  place.replace(/^(https?:\/\/[^/]+)\/verify\/([\w-]+)\/?$/, "$1/api/badges/$2");

async function verify([place, inclusionPlace, rootsPlace, noted]) {
  const credentialPlace = credentialOf(place);
  const credential = await load(credentialPlace);
  const inclusion = await load(inclusionPlace ?? `${credentialPlace}/inclusion`);
  const { roots } = await load(rootsPlace ?? inclusion.roots);
  const chain = checkChain(roots);
  must(
    !noted || roots.some(({ root }) => root === noted.toLowerCase()),
    "the root that you noted is not published",
  );
  must(inclusion.proofs.length > 0, "there is no proof yet: the day of issue has not been sealed");
  if (inclusion.proofs.some(({ leaf }) => !leaf))
    throw new Error("the holder keeps it to themself: ask them for their credential.json and their proof");
  const found = inclusion.proofs.map((proof) => checkProof(proof, credential, chain));
  must(
    inclusion.proofs.some(({ leaf }) => leaf.kind === "issued"),
    "nothing proves that it was issued",
  );
  return { found, revoked: inclusion.proofs.some(({ leaf }) => leaf.kind === "revoked"), days: roots.length };
}

const places = process.argv.slice(2);
// A file alone has no address to ask for its proof at.
if (places.length === 0 || (places.length === 1 && !/^https?:\/\//.test(places[0]))) {
  console.error("node verify.mjs <address of a certificate>   or: <credential> <inclusion> <roots> [root]");
  process.exit(2);
}
try {
  const { found, revoked, days } = await verify(places);
  console.log(`The chain of ${days} roots holds.`);
  for (const each of found) console.log(`The certificate is there: ${each}`);
  if (revoked) console.log("It has been REVOKED. The proof holds; the certificate does not.");
} catch (error) {
  if (error instanceof Wrong) console.error(`DOES NOT FIT: ${error.message}`);
  else console.error(`Could not be checked: ${error.message}`);
  process.exitCode = error instanceof Wrong ? 1 : 2;
}
