import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { PublishedRoot } from "../rules/transparency";

/** Roots on one page of `/transparency`. */
export const ROOTS_PAGE = 60;

/** A root with the proof that it holds the one before it. */
export type ChainedRoot = PublishedRoot & {
  readonly previousRoot: string | null;
  readonly previousPath: readonly string[];
  readonly sealedAt: Date;
};

/** Published roots, the newest first: one page (counted from 1), or all where `page` is null; and how many there are. */
export async function listMerkleRoots(
  _acting: Acting,
  page: number | null,
): Promise<{ readonly rows: ChainedRoot[]; readonly total: number }> {
  const [total, rows] = await Promise.all([
    database().merkleRoot.count(),
    database().merkleRoot.findMany({
      orderBy: { number: "desc" },
      ...(page === null ? {} : { skip: (page - 1) * ROOTS_PAGE, take: ROOTS_PAGE }),
      select: {
        number: true,
        day: true,
        size: true,
        root: true,
        previousRoot: true,
        previousPath: true,
        sealedAt: true,
      },
    }),
  ]);
  return { total, rows: rows.map((row) => ({ ...row, day: row.day.toISOString().slice(0, 10) })) };
}
