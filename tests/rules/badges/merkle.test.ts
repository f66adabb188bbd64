import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayToSeal, type Happening, hashOfLeaf, rootLeafOf, sealDay } from "@/lib/badges/rules/transparency";
import { inclusionPath, leafHash, merkleRoot, rootFromPath } from "@/lib/core/merkle";

/** Leaves differ, as certificates do: of two equal ones either proves the other. */
const contents = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 70 });
const leavesOf = (list: readonly string[]) => list.map(leafHash);

describe("a Merkle tree", () => {
  it("is that of RFC 9162: the roots of the reference test vectors of Certificate Transparency", () => {
    const inputs = [
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f",
    ];
    const hashes = inputs.map((hex) =>
      createHash("sha256")
        .update(Buffer.concat([Buffer.from([0]), Buffer.from(hex, "hex")]))
        .digest("hex"),
    );
    const roots = [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    expect(hashes.map((_, size) => merkleRoot(hashes.slice(0, size + 1)))).toEqual(roots);
  });

  it("proves every leaf of every tree", () => {
    fc.assert(
      fc.property(contents, (list) => {
        const leaves = leavesOf(list);
        const root = merkleRoot(leaves);
        return leaves.every((leaf, index) => {
          const path = inclusionPath(leaves, index);
          const place = { index, size: leaves.length };
          return (
            path.length <= Math.ceil(Math.log2(leaves.length)) && rootFromPath(leaf, place, path) === root
          );
        });
      }),
    );
  });

  it("proves nothing else: not another leaf, place or size, not a shorter, longer or altered path", () => {
    fc.assert(
      fc.property(contents, fc.nat(), fc.string(), (list, pick, other) => {
        const leaves = leavesOf(list);
        const root = merkleRoot(leaves);
        const index = pick % leaves.length;
        const path = inclusionPath(leaves, index);
        const place = { index, size: leaves.length };
        const leaf = leaves[index] ?? "";
        const flipped = path.map((hash, n) => (n === pick % path.length ? leafHash(hash) : hash));
        fc.pre(!list.includes(other));
        expect(rootFromPath(leafHash(other), place, path)).not.toBe(root);
        expect(rootFromPath(leaf, place, [...path, root])).not.toBe(root);
        expect(rootFromPath(leaf, { index: leaves.length, size: leaves.length }, path)).toBeNull();
        expect(rootFromPath(leaf, { index: -1, size: leaves.length }, path)).toBeNull();
        if (path.length === 0) return;
        expect(rootFromPath(leaf, place, path.slice(1))).not.toBe(root);
        expect(rootFromPath(leaf, place, flipped)).not.toBe(root);
        expect(rootFromPath(leaf, { index: index ^ 1, size: leaves.length + (index ^ 1) }, path)).not.toBe(
          root,
        );
      }),
    );
  });

  it("does not exist without a leaf, and has no leaf beyond its end", () => {
    expect(() => merkleRoot([])).toThrow(RangeError);
    expect(() => inclusionPath([leafHash("a")], 1)).toThrow(RangeError);
  });
});

const happened = (publicId: string, at: string, kind: Happening["kind"] = "issued"): Happening => ({
  certificateId: publicId,
  kind,
  publicId,
  at: new Date(at),
  credentialHash: leafHash(publicId),
  payloadHash: leafHash(at),
});

describe("a day's tree", () => {
  const a = happened("a", "2026-05-13T08:00:00Z");
  const b = happened("b", "2026-05-13T07:00:00Z");
  const before = { number: 4, day: "2026-05-12", size: 2, root: leafHash("before") };

  it("is the same in whatever order its leaves are read", () => {
    expect(sealDay([a, b], null)).toEqual(sealDay([b, a], null));
    expect(sealDay([a, b], null).leaves.map(({ certificateId }) => certificateId)).toEqual(["b", "a"]);
  });

  it("begins with the root before it, and proves that", () => {
    const { root, size, previousPath, leaves } = sealDay([a, b], before);
    expect(size).toBe(3);
    expect(leaves.map(({ position }) => position)).toEqual([1, 2]);
    expect(rootFromPath(hashOfLeaf(rootLeafOf(before)), { index: 0, size }, previousPath)).toBe(root);
    expect(sealDay([a, b], { ...before, root: leafHash("other") }).root).not.toBe(root);
  });

  it("is another one where anything in it is", () => {
    const { root } = sealDay([a, b], before);
    for (const changed of [
      { ...a, at: new Date("2026-05-13T08:00:00.001Z") },
      { ...a, kind: "revoked" as const },
      { ...a, credentialHash: leafHash("x") },
      { ...a, payloadHash: leafHash("x") },
      { ...a, publicId: "c" },
    ])
      expect(sealDay([changed, b], before).root).not.toBe(root);
  });
});

describe("the day to seal", () => {
  it.each([
    ["its own, at first", "2026-05-10", null, "2026-05-12", "2026-05-10"],
    ["its own, after the last one", "2026-05-11", "2026-05-10", "2026-05-12", "2026-05-11"],
    ["none while it has not ended", "2026-05-13", "2026-05-10", "2026-05-12", null],
    [
      "the newest that ended, for what turned up late",
      "2026-05-09",
      "2026-05-10",
      "2026-05-12",
      "2026-05-12",
    ],
    ["the next one, where the newest is sealed", "2026-05-12", "2026-05-12", "2026-05-12", null],
  ])("is %s", (_name, happenedOn, lastSealed, newestEnded, day) => {
    expect(dayToSeal(happenedOn, lastSealed, newestEnded)).toBe(day);
  });
});
