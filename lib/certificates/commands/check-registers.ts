import "server-only";
import type { Work } from "@/lib/auth/work";
import { hashOfLeaf, rootLeafOf } from "@/lib/badges/rules/transparency";
import { merkleRoot } from "@/lib/core/merkle";
import { type Finding, serialFindings } from "../rules/soundness";

/** What is wrong with the serial numbers: gaps in a year, or numbers that nobody gave out. */
export async function checkSerials({ tx }: Work): Promise<Finding[]> {
  const years = await tx.certificateSerial.findMany({ select: { year: true, lastNumber: true } });
  const rows = await tx.$queryRaw<{ year: number; number: number }[]>`
    SELECT substr(serial_number, 4, 4)::int AS year, substr(serial_number, 9)::int AS number FROM certificate`;
  const all = new Set([...years.map(({ year }) => year), ...rows.map(({ year }) => year)]);
  return [...all].sort().flatMap((year) =>
    serialFindings(
      year,
      rows.filter((row) => row.year === year).map(({ number }) => number),
      years.find((row) => row.year === year)?.lastNumber ?? 0,
    ),
  );
}

/** What is wrong with the published roots: each computed again from its leaves, the one of the root before first. */
export async function checkRoots({ tx }: Work): Promise<Finding[]> {
  const roots = await tx.merkleRoot.findMany({
    orderBy: { number: "asc" },
    select: {
      number: true,
      day: true,
      size: true,
      root: true,
      previousRoot: true,
      entries: { select: { leafHash: true }, orderBy: { position: "asc" } },
    },
  });
  return roots.flatMap((each, index): Finding[] => {
    const before = roots[index - 1];
    const day = before?.day.toISOString().slice(0, 10) ?? "";
    const first = before ? [hashOfLeaf(rootLeafOf({ ...before, day }))] : [];
    const leaves = [...first, ...each.entries.map(({ leafHash }) => leafHash)];
    const fits =
      leaves.length > 0 &&
      leaves.length === each.size &&
      merkleRoot(leaves) === each.root &&
      each.previousRoot === (before?.root ?? null);
    return fits ? [] : [{ what: "root", verdict: "wrong", detail: `root ${each.number}` }];
  });
}
