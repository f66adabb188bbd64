/**
 * Merkle trees as in RFC 9162, 2.1 (Certificate Transparency): SHA-256, leaves and nodes hashed with different prefixes, so that
 * neither can be passed off as the other. Hashes are 64 hexadecimal digits.
 */
import { createHash } from "node:crypto";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of a leaf with this content. */
export function leafHash(content: string): string {
  return createHash("sha256").update(LEAF).update(content).digest("hex");
}

function nodeHash(left: string, right: string): string {
  return createHash("sha256")
    .update(NODE)
    .update(Buffer.from(left, "hex"))
    .update(Buffer.from(right, "hex"))
    .digest("hex");
}

/** The largest power of two below `size`. */
function leftSize(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

/** The root over leaf hashes in their order. Throws where there are none. */
export function merkleRoot(leaves: readonly string[]): string {
  const [only] = leaves;
  if (only === undefined) throw new RangeError("a tree has a leaf");
  if (leaves.length === 1) return only;
  const left = leftSize(leaves.length);
  return nodeHash(merkleRoot(leaves.slice(0, left)), merkleRoot(leaves.slice(left)));
}

/** The inclusion proof of the leaf at `index`: the sibling hashes from the leaf up. Throws where there is no such leaf. */
export function inclusionPath(leaves: readonly string[], index: number): string[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError("no such leaf");
  if (leaves.length === 1) return [];
  const left = leftSize(leaves.length);
  return index < left
    ? [...inclusionPath(leaves.slice(0, left), index), merkleRoot(leaves.slice(left))]
    : [...inclusionPath(leaves.slice(left), index - left), merkleRoot(leaves.slice(0, left))];
}

/** The root that a leaf hash and its inclusion proof lead to (RFC 9162, 2.1.3.2); null where the proof has the wrong length. */
export function rootFromPath(
  hash: string,
  place: { readonly index: number; readonly size: number },
  path: readonly string[],
): string | null {
  if (place.index < 0 || place.index >= place.size) return null;
  let node = place.index;
  let last = place.size - 1;
  let root = hash;
  for (const sibling of path) {
    if (last === 0) return null;
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
