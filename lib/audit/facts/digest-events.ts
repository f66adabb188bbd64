import "server-only";
import type { Db } from "@/lib/db/client";
import type { Anchor, Found } from "../rules/anchors";

/** Of each while: how many events it has, and the digest of their hashes (`Anchor`). One statement, however many whiles. */
export async function digestEvents(
  db: Db,
  whiles: readonly Pick<Anchor, "after" | "until">[],
): Promise<Found[]> {
  const rows = await db.$queryRaw<{ events: bigint; digest: string }[]>`
    SELECT count(e.id) AS events,
      encode(sha256(convert_to(coalesce(string_agg(e.hash, '' ORDER BY e.stream COLLATE "C", e.position), ''), 'UTF8')), 'hex') AS digest
    FROM unnest(${whiles.map(({ after }) => after ?? "-infinity")}::timestamptz[], ${whiles.map(({ until }) => until)}::timestamptz[])
      WITH ORDINALITY AS w(after, until, n)
    LEFT JOIN audit_event e ON e.at > w.after AND e.at <= w.until
    GROUP BY w.n ORDER BY w.n`;
  return rows.map(({ events, digest }) => ({ events: Number(events), digest }));
}
