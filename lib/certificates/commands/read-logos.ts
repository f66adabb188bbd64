import "server-only";
import { sha256 } from "@/lib/core/hash";
import type { Transaction } from "@/lib/db/client";

/** How many logos a process keeps: of every body whose certificates are printed one after the other, and few more. */
const MOST_KEPT = 32;

/** By their hashes, the one kept longest first. What a hash names never changes, so that none of these is ever out of date. */
const kept = new Map<string, Uint8Array>();

function keep(hash: string, bytes: Uint8Array): void {
  kept.set(hash, bytes);
  const [longest] = kept.keys();
  if (kept.size > MOST_KEPT && longest !== undefined) kept.delete(longest);
}

/** The logos with these hashes, each as it was; one that is nowhere is left out. Throws where a hash does not fit: that is not printed. */
export async function readLogos(
  tx: Transaction,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const hash of hashes) {
    const bytes = kept.get(hash);
    if (bytes) found.set(hash, bytes);
  }
  const missing = hashes.filter((hash) => !found.has(hash));
  if (missing.length === 0) return found;
  const logos = await tx.organisationLogo.findMany({
    where: { sha256: { in: missing } },
    select: { sha256: true, bytes: true },
  });
  for (const { sha256: hash, bytes } of logos) {
    if (sha256(bytes) !== hash) throw new Error(`the logo ${hash} does not match its hash`);
    found.set(hash, bytes);
    keep(hash, bytes);
  }
  return found;
}
