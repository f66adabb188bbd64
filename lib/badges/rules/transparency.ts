import { canonicalJson } from "../../core/canonical-json.ts";
import { inclusionPath, leafHash, merkleRoot } from "../../core/merkle.ts";
import type { TransparencyKind } from "../../db/generated/enums.ts";
import type { JsonObject } from "./json-ld.ts";

/** That something happened to a certificate, as it is hashed. Whoever has the credential can make it again. */
export type CertificateLeaf = {
  readonly format: "praksis.transparency/1";
  readonly kind: TransparencyKind;
  readonly publicId: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** SHA-256 of the canonical JSON of the credential without its proof. */
  readonly credentialHash: string;
  /** SHA-256 of the canonical JSON of what the document says. */
  readonly payloadHash: string;
};

/** The first leaf of every tree but the first: the root before it. */
export type RootLeaf = {
  readonly format: "praksis.transparency/1";
  readonly kind: "root";
  readonly number: number;
  readonly day: string;
  readonly root: string;
};

/** A published root. */
export type PublishedRoot = {
  readonly number: number;
  /** `2026-05-13` */
  readonly day: string;
  readonly size: number;
  readonly root: string;
};

/** Something that happened and is in no tree yet. */
export type Happening = {
  readonly certificateId: string;
  readonly kind: TransparencyKind;
  readonly publicId: string;
  readonly at: Date;
  readonly credentialHash: string;
  readonly payloadHash: string;
};

/** The leaf of what happened. */
function leafOf({ kind, publicId, at, credentialHash, payloadHash }: Happening): CertificateLeaf {
  return {
    format: "praksis.transparency/1",
    kind,
    publicId,
    at: at.toISOString(),
    credentialHash,
    payloadHash,
  };
}

/** The leaf by which a tree pins the one before it, and so all before that. */
export function rootLeafOf({ number, day, root }: PublishedRoot): RootLeaf {
  return { format: "praksis.transparency/1", kind: "root", number, day, root };
}

/** What a leaf is hashed to. */
export function hashOfLeaf(leaf: CertificateLeaf | RootLeaf): string {
  return leafHash(canonicalJson(leaf));
}

/** The tree of a day, ready to be stored. */
export type SealedDay = {
  readonly size: number;
  readonly root: string;
  /** The inclusion proof of the root before; empty in the first tree. */
  readonly previousPath: string[];
  readonly leaves: readonly {
    readonly certificateId: string;
    readonly kind: TransparencyKind;
    readonly position: number;
    readonly leaf: CertificateLeaf;
    readonly leafHash: string;
  }[];
};

/** Orders by time, then by public id and kind: the same happenings always give the same tree. */
function inOrder(a: Happening, b: Happening): number {
  const [first, second] = [a, b].map(({ at, publicId, kind }) => `${at.toISOString()} ${publicId} ${kind}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}

/** Seals what happened after the root before, null for the first. Throws where there is nothing to seal. */
export function sealDay(happened: readonly Happening[], previous: PublishedRoot | null): SealedDay {
  const before = previous ? [hashOfLeaf(rootLeafOf(previous))] : [];
  const leaves = [...happened].sort(inOrder).map((each, index) => {
    const leaf = leafOf(each);
    return {
      certificateId: each.certificateId,
      kind: each.kind,
      position: before.length + index,
      leaf,
      leafHash: hashOfLeaf(leaf),
    };
  });
  const hashes = [...before, ...leaves.map((each) => each.leafHash)];
  return {
    size: hashes.length,
    root: merkleRoot(hashes),
    previousPath: previous ? inclusionPath(hashes, 0) : [],
    leaves,
  };
}

/**
 * The day under which happenings are sealed: their own, as long as it is after the last sealed day; what turns up later goes into
 * the newest day that has ended, where its own time shows. Null where it has to wait for a day to end.
 */
export function dayToSeal(happenedOn: string, lastSealed: string | null, newestEnded: string): string | null {
  if (happenedOn > newestEnded) return null;
  if (lastSealed === null || happenedOn > lastSealed) return happenedOn;
  return newestEnded > lastSealed ? newestEnded : null;
}

/** The proof that one leaf is in a published tree, as it is handed out and as public/transparency/verify.mjs reads it. */
export function inclusionProofOf(
  leaf: CertificateLeaf,
  position: number,
  hashes: readonly string[],
  published: PublishedRoot,
): JsonObject {
  return {
    leaf,
    index: position,
    path: inclusionPath(hashes, position),
    tree: { number: published.number, day: published.day, size: published.size, root: published.root },
  };
}

/**
 * A proof without what is proven: its hash alone. Whoever knows all that a certificate says but the name could find the name by trying, from the
 * leaf's `payloadHash`; its holder has the leaf.
 */
export function veiledProofOf({ leaf, ...place }: JsonObject): JsonObject {
  return { leafHash: hashOfLeaf(leaf as CertificateLeaf), ...place };
}

/** All proofs of one certificate: that it was issued and, where it was, that it was revoked. */
export function inclusionDocumentOf(
  publicId: string,
  rootsUrl: string,
  proofs: readonly JsonObject[],
): JsonObject {
  return { format: "praksis.inclusion/1", publicId, roots: rootsUrl, proofs };
}
